const theme = document.querySelector('#theme');
if (theme instanceof HTMLSelectElement) {
  theme.addEventListener('change', () => {
    document.documentElement.style.colorScheme = theme.value;
  });
}
