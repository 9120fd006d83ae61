/** Stands in for packages that Bolt loads for its own servers. Nothing here is ever called in a Worker. */
function Unused() {
  throw new Error('not in a Worker');
}
Unused.Router = Unused.InstallProvider = Unused.SocketModeClient = Unused.default = Unused;
Unused.__esModule = true;
module.exports = Unused;
