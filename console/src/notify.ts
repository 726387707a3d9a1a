/** Whether the desktop may be told anything: she chose it, and the browser lets it. */
export const mayNotify = (): boolean => 'Notification' in globalThis && Notification.permission == 'granted';

/** Asks, on her click only. */
export const askToNotify = async (): Promise<void> => {
  if ('Notification' in globalThis && Notification.permission == 'default') await Notification.requestPermission();
};

/** One quiet line on the desktop, without a name and without a sound; a click brings the console forward. */
export const notify = (tag: string, title: string, body: string): void => {
  const notification = new Notification(title, { tag, body, silent: true });
  notification.onclick = () => {
    window.focus();
    notification.close();
  };
};
