import { UserManager, WebStorageStateStore } from 'oidc-client-ts';
import type { Access } from './access';

/** Renewed when less than this is left. */
const MARGIN = 30;
/** The one address the issuer sends her back to. */
const HERE = '/console/';

/**
 * The house's own issuer: authorization code with PKCE (RFC 7636), the token in this tab's session storage. Renewed by
 * refresh token; where the issuer gives none, she is sent there again and comes straight back while its session lasts.
 */
export class Issuer implements Access {
  private readonly manager: UserManager;

  constructor(issuer: string, clientId: string) {
    const here = location.origin + HERE;
    this.manager = new UserManager({
      authority: issuer,
      client_id: clientId,
      redirect_uri: here,
      post_logout_redirect_uri: here,
      scope: 'openid profile',
      userStore: new WebStorageStateStore({ store: sessionStorage }),
      stateStore: new WebStorageStateStore({ store: sessionStorage }),
      automaticSilentRenew: false,
      monitorSession: false,
    });
  }

  /**
   * Takes the code from the address and cleans it, and goes back to the page that sent her away; whether somebody is signed
   * in now.
   */
  async arrive(): Promise<boolean> {
    const asked = new URLSearchParams(location.search);
    if (asked.has('state') && (asked.has('code') || asked.has('error'))) {
      let left: unknown;
      try {
        left = (await this.manager.signinCallback())?.state;
      } finally {
        history.replaceState(null, '', HERE);
      }
      if (typeof left == 'string' && left != HERE) location.replace(left);
    }
    return (await this.authorization()) !== undefined;
  }

  async leaveForIssuer(): Promise<void> {
    await this.manager.signinRedirect({ state: location.pathname + location.search });
  }

  async authorization(): Promise<string | undefined> {
    let user = await this.manager.getUser();
    if (user?.refresh_token && (user.expires_in ?? Infinity) < MARGIN) user = await this.manager.signinSilent();
    return user && !user.expired ? `Bearer ${user.access_token}` : undefined;
  }

  async signOut(): Promise<void> {
    await this.manager.removeUser();
  }
}
