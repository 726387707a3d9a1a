import { introduce } from "./client.js";
import * as consent from "./consent.js";
import * as frame from "./frame.js";
import { pageFor } from "./pages/index.js";
import * as tiles from "./pages/tiles.js";
import * as router from "./router.js";
import * as strip from "./strip/strip.js";

frame.start(strip.toggle);
tiles.start();
router.start((url) => {
  const page = pageFor(url);
  const enter = (main) => {
    frame.refresh();
    page.enter?.(main);
  };
  return { ...page, enter };
});
consent.start(router.retell);
strip.start();
introduce();
