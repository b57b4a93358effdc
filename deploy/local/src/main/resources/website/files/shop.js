// The shop's own script. It works whether or not the website tag can be loaded: what it tells it is put into a queue.
(() => {
  "use strict";

  window.connections = window.connections || [];
  const tell = (...call) => window.connections.push(call);

  const find = (what, within = document) => within.querySelector(what);
  const all = (what, within = document) => [...within.querySelectorAll(what)];
  const { zone, regime } = document.body.dataset;
  const KEPT = "fern-and-kettle";

  const read = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(KEPT));
      return {
        basket: kept && Array.isArray(kept.basket) ? kept.basket : [],
        choices: (kept && kept.choices) || {},
      };
    } catch {
      return { basket: [], choices: {} };
    }
  };
  const write = (change) => {
    try {
      localStorage.setItem(KEPT, JSON.stringify({ ...read(), ...change }));
    } catch {
      // A browser that keeps nothing has an empty basket, and is asked again on the next page.
    }
  };
  let said;
  const say = (text) => {
    find("[data-said]").textContent = text;
    clearTimeout(said);
    said = setTimeout(() => (find("[data-said]").textContent = ""), 8000);
  };
  const euro = (amount) => `€ ${amount.toFixed(2)}`;

  // --- basket -----------------------------------------------------------------------------------

  const pieces = (basket) => basket.reduce((sum, line) => sum + line.pieces, 0);
  const total = (basket) =>
    basket.reduce((sum, line) => sum + line.pieces * line.price, 0);

  // --- what the page says of itself: variables for whoever is set up to read them, by the tag alone ---

  const product = find("[data-sku]");
  const customer = JSON.parse(
    document.getElementById("customer").content.textContent || "null",
  );
  const shop = {
    page: {
      category: product
        ? product.dataset.kind
        : location.pathname.split(/[/.]/)[1] || "home",
    },
    basket: {},
  };
  if (product) {
    const { sku, name, price } = product.dataset;
    shop.product = { sku, name, price: Number(price) };
  }
  if (customer)
    shop.customer = { firstName: customer.firstName, city: customer.city };
  window.shop = shop;

  // And what is shown to it: the name is not the shop's own knowledge, but what the profile says.
  function drawValues() {
    const { profile } = window;
    const name = profile && [].concat(profile.firstName)[0];
    const hello = find("[data-hello]");
    if (hello) hello.textContent = name ? `Hello, ${name}` : "You are signed in";
    const layer = find("[data-layer]");
    if (layer)
      layer.textContent = [
        `window.shop = ${JSON.stringify(shop, null, 2)}`,
        profile
          ? `window.profile = ${JSON.stringify(profile, null, 2)}`
          : "window.profile is not there: nothing is shown to this page.",
      ].join("\n\n");
  }
  addEventListener("connections:values", drawValues);

  function describe() {
    const { basket } = read();
    shop.basket = {
      items: basket.map(({ sku, name, pieces }) => ({ sku, name, pieces })),
      pieces: pieces(basket),
      total: total(basket),
    };
    drawValues();
    tell("variables");
  }

  function count() {
    describe();
    const shown = find("[data-count]");
    const number = pieces(read().basket);
    shown.hidden = number === 0;
    shown.textContent = number;
    shown.setAttribute("aria-label", `${number} in it`);
  }

  for (const product of all("[data-sku]")) {
    const { sku, name, price } = product.dataset;
    const buy = find("[data-buy]", product);
    buy.hidden = false;
    find("button", buy).addEventListener("click", () => {
      const { basket } = read();
      const line = basket.find((each) => each.sku === sku);
      if (line) line.pieces += 1;
      else basket.push({ sku, name, price: Number(price), pieces: 1 });
      write({ basket });
      count();
      say(`${name} is in your basket.`);
      tell("event", "Added to basket", { sku, name, price: Number(price) });
    });
    tell("event", "Viewed product", { sku, name, price: Number(price) });
  }

  function drawBasket() {
    const lines = find("[data-lines]");
    if (!lines) return;
    const { basket } = read();
    find("[data-empty]").hidden = basket.length > 0;
    find("[data-basket]").hidden = basket.length === 0;
    find("[data-total]").textContent = euro(total(basket));
    lines.replaceChildren(
      ...basket.map((line) => {
        const row = document.createElement("tr");
        const cell = (text, kind) => {
          const made = row.insertCell();
          made.textContent = text;
          if (kind) made.className = kind;
          return made;
        };
        cell(line.name);
        cell(line.pieces, "number");
        cell(euro(line.price * line.pieces), "number");
        const remove = document.createElement("button");
        remove.type = "button";
        remove.className = "quiet";
        remove.textContent = "Remove";
        remove.setAttribute("aria-label", `Remove ${line.name}`);
        remove.addEventListener("click", () => {
          write({
            basket: read().basket.filter((each) => each.sku !== line.sku),
          });
          tell("event", "Removed from basket", {
            sku: line.sku,
            name: line.name,
          });
          drawBasket();
          count();
          find("main").focus();
        });
        cell("", "number").append(remove);
        return row;
      }),
    );
  }

  const order = find("[data-order]");
  if (order) {
    order.addEventListener("click", () => {
      const { basket } = read();
      tell("event", "Ordered", {
        total: total(basket),
        pieces: pieces(basket),
        skus: basket.map((line) => line.sku),
      });
      write({ basket: [] });
      drawBasket();
      count();
      say(
        "Thank you! On Thursday there will be nothing at your door: this shop only pretends.",
      );
      find("main").focus();
    });
  }
  drawBasket();
  count();

  // --- products: chosen without loading a page, each choice an address of its own ----------------

  const filters = find("[data-filters]");
  if (filters) {
    const show = () => {
      const kind = new URLSearchParams(location.search).get("kind") || "";
      for (const button of all("button", filters))
        button.setAttribute("aria-pressed", `${button.dataset.kind === kind}`);
      for (const card of all(".cards li"))
        card.hidden = kind !== "" && card.dataset.kind !== kind;
      shop.page.category = kind || "products";
    };
    filters.hidden = false;
    filters.addEventListener("click", ({ target }) => {
      if (target.dataset.kind === undefined) return;
      history.pushState(
        {},
        "",
        target.dataset.kind
          ? `?kind=${target.dataset.kind}`
          : location.pathname,
      );
      show();
    });
    addEventListener("popstate", show);
    show();
  }

  // --- who it is, and what they allow -------------------------------------------------------------

  // The proof is of this shop's server, and not there before the visit may be remembered: until then it is a claim.
  if (customer) tell("identify", customer.identifiers, customer.proof);

  const contact = find("[data-contact]");
  if (contact) {
    contact.addEventListener("submit", (event) => {
      event.preventDefault();
      // Only this shop's server could vouch for the address: without proof it is a claim.
      tell("identify", { email: contact.elements.email.value });
      tell("event", "Asked a question");
      contact.reset();
      say("Thank you! Somebody would answer today, if this were a shop.");
    });
  }

  const purposes = JSON.parse(
    document.getElementById("purposes").content.textContent,
  );
  const ask = find("[data-ask]");
  const chosen = () => read().choices[zone];

  function state(granted, told) {
    const refused = purposes
      .map(({ id }) => id)
      .filter((id) => !granted.includes(id));
    const shown = Object.fromEntries(
      purposes.map(({ id, title, text }) => [id, `${title}\n${text}`]),
    );
    tell("consent", { zone, granted, refused, shown });
    write({ choices: { ...read().choices, [zone]: granted } });
    ask.hidden = true;
    drawChoices();
    if (told) say(told);
  }

  // The law there is one of saying no: the browser's signal is that no, unless the person has said otherwise here.
  const saysNo =
    navigator.globalPrivacyControl === true && regime === "OPT_OUT";
  const everything = purposes.map(({ id }) => id);

  function drawChoices() {
    const form = find("[data-choices]");
    if (!form) return;
    form.hidden = false;
    const granted = chosen() || (regime === "OPT_OUT" ? everything : []);
    for (const box of all("input", form))
      box.checked = granted.includes(box.name);
    find("[data-state]").textContent = chosen()
      ? "These are your choices. You can change them whenever you like."
      : regime === "OPT_OUT"
        ? "Where you are, we may do this until you say no."
        : "You have chosen nothing yet, so we do nothing of this.";
  }

  const choices = find("[data-choices]");
  if (choices) {
    choices.addEventListener("submit", (event) => {
      event.preventDefault();
      state(
        all("input:checked", choices).map((box) => box.name),
        "Your choices are saved.",
      );
    });
    find("[data-forget]").addEventListener("click", () => {
      tell("forget");
      write({ choices: {} });
      drawChoices();
      say("This browser has forgotten you.");
    });
  }
  ask.addEventListener("click", ({ target }) => {
    if (target.dataset.answer === "all")
      state(everything, "Thank you. You can change your mind under Privacy.");
    if (target.dataset.answer === "none")
      state([], "All right: nothing is remembered.");
  });

  if (!chosen()) {
    if (saysNo) {
      state(
        everything.filter((id) => id !== "advertising"),
        "Your browser asks sites not to share what you do: advertising is off.",
      );
    } else if (!choices) {
      if (regime === "OPT_OUT") {
        find("#ask-title").textContent = "We remember your visit";
        find("[data-ask-text]").textContent =
          "Where you are, we may, until you say no.";
        find('[data-answer="all"]').textContent = "All right";
      }
      ask.hidden = false;
    }
  }
  drawChoices();

  for (const link of all("nav a"))
    if (link.pathname === location.pathname)
      link.setAttribute("aria-current", "page");
})();
