/**
 * Has the forms of a shadow root be submitted in frames that forbid it, too.
 *
 * A frame with `sandbox` and without `allow-forms` drops a submission before its event. The forms of the element send nothing anywhere: their buttons
 * can as well tell the form by themselves. Enter in a field is a click on the button, which browsers make.
 */
export function submitAnywhere(root: HTMLElement | DocumentFragment): void {
  root.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    const form = button?.type === 'submit' ? button.form : null;
    if (!button || !form || event.defaultPrevented) return;
    event.preventDefault();
    if (form.noValidate || form.reportValidity())
      form.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true, submitter: button }));
  });
}
