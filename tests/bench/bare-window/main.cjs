// The least an Electron program can be: what ours is measured against.
const { app, BrowserWindow } = require('electron');

if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
app.setPath('userData', `${app.commandLine.getSwitchValue('data')}/window`);
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1366, height: 768, show: false });
  window.once('ready-to-show', () => window.show());
  void window.loadFile('index.html');
});
