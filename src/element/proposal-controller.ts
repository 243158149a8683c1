import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { check, proposalContext } from '../analysis/check.js';
import type { Catalogue } from '../model/catalogue.js';
import type { ProposalAnswer, ProposalProps, TypedProposal } from './parts/proposal.js';

const EMPTY: TypedProposal = Object.freeze({ title: '', scope: '', topics: [] });

/** The box "check a proposal": what is typed in it, and what was found. */
export class ProposalController implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly catalogue: Catalogue | undefined };
  #typed = EMPTY;
  #tried = false;
  #found: { readonly in: Catalogue; readonly answer: ProposalAnswer } | undefined;

  constructor(host: ReactiveControllerHost & { readonly catalogue: Catalogue | undefined }) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    // What was found in another dataset says nothing about this one.
    if (this.#found && this.#found.in !== this.#host.catalogue) this.#found = undefined;
  }

  get props(): ProposalProps {
    return {
      typed: this.#typed,
      tried: this.#tried,
      ...(this.#found && { answer: this.#found.answer }),
      change: (made) => {
        this.#set(made(this.#typed));
      },
      check: () => {
        this.#check();
      },
      clear: () => {
        this.#found = undefined;
        this.#tried = false;
        this.#set(EMPTY);
      },
    };
  }

  #set(typed: TypedProposal): void {
    this.#typed = typed;
    this.#host.requestUpdate();
  }

  #check(): void {
    const { catalogue } = this.#host;
    const title = this.#typed.title.trim();
    const scope = this.#typed.scope.trim();
    this.#tried = true;
    this.#found = undefined;
    if (catalogue && title !== '') {
      const proposal = { title, ...(scope !== '' && { scope }), topics: this.#typed.topics };
      const matches = check(catalogue, proposal);
      this.#found = { in: catalogue, answer: { proposal, matches, around: proposalContext(catalogue, proposal, matches) } };
    }
    this.#host.requestUpdate();
  }
}
