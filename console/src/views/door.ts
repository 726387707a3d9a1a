import { css, html, nothing } from 'lit';
import { isKnown, type Config } from '../sign-in/access';
import { Password } from '../sign-in/password';
import type { Issuer } from '../sign-in/issuer';
import { type } from './type';
import { View } from './view';

/**
 * Where people sign in: at the house's issuer; in the demo by name and password.
 *
 * @fires enter who has come in, as `Access`
 */
export class Door extends View {
  static override properties = {
    ...View.properties,
    config: { attribute: false },
    issuer: { attribute: false },
    trouble: { state: true },
    busy: { state: true },
  };
  static override styles = [
    type,
    css`
      main {
        display: grid;
        align-content: center;
        justify-content: center;
        grid-template-columns: minmax(0, 360px);
        min-height: 72vh;
        padding: 32px 24px;
      }
      .title {
        font-size: 2.5rem;
      }
      .lead {
        margin: 14px 0 32px;
        color: var(--soft);
      }
      form {
        display: grid;
        gap: 20px;
      }
      .label {
        letter-spacing: 0.06em;
      }
      .trouble {
        margin-top: 18px;
        color: var(--brass);
      }
      .demo {
        margin-top: 32px;
        padding-top: 18px;
        border-top: 1px solid var(--hair);
        color: var(--soft);
        font-size: 1rem;
      }
    `,
  ];
  declare config: Config | undefined;
  declare issuer: Issuer | undefined;
  declare trouble: 'wrong' | 'away' | undefined;
  declare busy: boolean;

  override render() {
    const { house, config, issuer, trouble } = this;
    const words = house.words.signIn;
    const barred = house.state.link.state == 'refused' && house.state.link.why == 'roster';
    return html`<main>
      <h2 class="title">${words.title}</h2>
      <p class="lead">${barred ? words.roster : words.lead}</p>
      ${issuer ? html`<button class="ink" ?disabled=${this.busy} @click=${() => this.toIssuer(issuer)}>${words.issuer}</button>` : nothing}
      ${config?.demo ? this.form() : nothing}
      ${config && !config.demo && !issuer ? html`<p class="soft">${words.nobody}</p>` : nothing}
      <p class="trouble" role="alert">${trouble ? words[trouble] : nothing}</p>
      ${config?.demo ? html`<p class="demo">${words.demo}</p>` : nothing}
    </main>`;
  }

  private form() {
    const words = this.house.words.signIn;
    return html`<form @submit=${this.enter}>
      <label
        ><span class="label">${words.name}</span><input name="name" autocomplete="username" autocapitalize="none" spellcheck="false" required
      /></label>
      <label
        ><span class="label">${words.password}</span
        ><input name="password" type="password" autocomplete="current-password" required
      /></label>
      <button class="ink" ?disabled=${this.busy}>${words.enter}</button>
    </form>`;
  }

  private readonly enter = async (event: SubmitEvent) => {
    event.preventDefault();
    const said = new FormData(event.target as HTMLFormElement);
    const password = Password.of(String(said.get('name')).trim(), String(said.get('password')));
    await this.attempt(async () => {
      if (!(await isKnown(await password.authorization()))) return 'wrong';
      password.keep(sessionStorage);
      this.dispatchEvent(new CustomEvent('enter', { detail: password }));
      return undefined;
    });
  };

  private toIssuer(issuer: Issuer): Promise<void> {
    return this.attempt(async () => {
      await issuer.leaveForIssuer();
      return undefined;
    });
  }

  private async attempt(task: () => Promise<'wrong' | undefined>): Promise<void> {
    this.busy = true;
    this.trouble = undefined;
    try {
      this.trouble = await task();
    } catch {
      this.trouble = 'away';
    } finally {
      this.busy = false;
    }
  }
}
