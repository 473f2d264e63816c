/// The script of the page: tables that can be sorted and filtered, exact values. Everything can be
/// read without it.
enum WebScript {
  /// The script.
  static let text = ["\"use strict\";", controls, sorting, tooltips].joined(separator: "\n")

  /// Above the contents: an area, whose rows and columns alone are shown beside totals, and whose
  /// marks stand out in charts; a text that labels must hold; exact values instead of rounded ones.
  private static let controls = """
    {
      const nav = document.querySelector("nav");
      const words = nav.dataset;
      const areas = words.areas ? words.areas.split("|") : [];
      const controls = document.createElement("form");
      controls.className = "controls";
      controls.addEventListener("submit", (event) => event.preventDefault());
      const add = (name, field, first) => {
        const label = document.createElement("label");
        if (first) label.append(field, " ", name); else label.append(name, field);
        controls.append(label);
        return field;
      };
      let area = null;
      if (areas.length) {
        area = add(words.area, document.createElement("select"));
        area.append(new Option(words.all, ""), ...areas.map((name) => new Option(name, name)));
      }
      const field = add(words.filter, document.createElement("input"));
      field.type = "search";
      let exact = null;
      if (words.exact) {
        exact = document.createElement("input");
        exact.type = "checkbox";
        add(words.exact, exact, true);
      }
      nav.prepend(controls);

      const name = (cell) => {
        const button = cell.querySelector("button");
        return (button || cell).firstChild.textContent.trim();
      };
      const isOther = (label) => area && area.value && label !== area.value && areas.includes(label);
      const show = () => {
        const wish = field.value.trim().toLowerCase();
        for (const table of document.querySelectorAll("article table")) {
          const rows = Array.from(table.tBodies[0].rows);
          const fits = (row) => name(row.cells[0]).toLowerCase().includes(wish);
          const isFiltered = rows.some(fits);
          for (const row of rows) {
            const isTotal = row.classList.contains("total");
            row.hidden = !isTotal
              && (isOther(name(row.cells[0])) || (isFiltered && !fits(row)));
          }
          Array.from(table.tHead.rows[0].cells).forEach((header, index) => {
            const hidden = index > 0 && isOther(name(header));
            for (const row of table.rows) row.cells[index].hidden = hidden;
          });
        }
        for (const title of document.querySelectorAll(".chart svg > * > title")) {
          const label = areas.find((name) =>
            title.textContent.startsWith(name + ":") || title.textContent.startsWith(name + ","));
          title.parentNode.classList.toggle("dim", Boolean(label && isOther(label)));
        }
      };
      field.addEventListener("input", show);
      if (area) area.addEventListener("change", show);
      if (exact) {
        exact.addEventListener("change", () => {
          for (const cell of document.querySelectorAll("td[data-exact]")) {
            const printed = cell.dataset.printed || cell.firstChild.textContent;
            cell.dataset.printed = printed;
            cell.firstChild.textContent = exact.checked ? cell.dataset.exact : printed;
          }
        });
      }
    }
    """

  /// Buttons in the headers: down, up, as printed. Totals stay at the end.
  private static let sorting = """
    for (const table of document.querySelectorAll("article table")) {
      const body = table.tBodies[0];
      const rows = Array.from(body.rows);
      if (rows.length < 3) continue;
      const headers = Array.from(table.tHead.rows[0].cells);
      const key = (row, index) => {
        const cell = row.cells[index];
        return index === 0 ? cell.textContent : parseFloat(cell.dataset.value);
      };
      const order = (a, b) => {
        if (typeof a === "string") return a.localeCompare(b, document.documentElement.lang);
        if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1;
        return Number.isNaN(b) ? 1 : a - b;
      };
      headers.forEach((header, index) => {
        const button = document.createElement("button");
        button.type = "button";
        while (header.firstChild) button.append(header.firstChild);
        const notes = button.querySelectorAll("a");
        header.append(button, ...notes);
        button.addEventListener("click", () => {
          const next = { none: index ? "descending" : "ascending",
            descending: index ? "ascending" : "none",
            ascending: index ? "none" : "descending" }[header.getAttribute("aria-sort") || "none"];
          for (const other of headers) other.removeAttribute("aria-sort");
          const sign = next === "descending" ? -1 : 1;
          const parts = rows.filter((row) => !row.classList.contains("total"));
          const totals = rows.filter((row) => row.classList.contains("total"));
          if (next === "none") { body.append(...rows); return; }
          header.setAttribute("aria-sort", next);
          parts.sort((a, b) => sign * order(key(a, index), key(b, index)));
          body.append(...parts, ...totals);
        });
      });
    }
    """

  /// What lies behind a number, at once instead of after the browser's pause; without scripts the
  /// browser shows the same.
  private static let tooltips = """
    {
      const tip = document.createElement("div");
      tip.className = "tip";
      tip.setAttribute("aria-hidden", "true");
      document.body.append(tip);
      for (const cell of document.querySelectorAll("td[title]")) {
        cell.dataset.exact = cell.title;
        cell.removeAttribute("title");
      }
      const textOf = (target) => {
        const cell = target.closest("td[data-exact]");
        if (cell) return cell.dataset.exact;
        const mark = target.closest(".chart svg > *");
        const title = mark && mark.querySelector(":scope > title");
        return title ? title.textContent : "";
      };
      document.addEventListener("pointermove", (event) => {
        const text = textOf(event.target);
        tip.style.display = text ? "block" : "none";
        if (!text) return;
        tip.textContent = text;
        const { width, height } = tip.getBoundingClientRect();
        const left = Math.min(event.clientX + 12, window.innerWidth - width - 8);
        const below = event.clientY + 18 + height < window.innerHeight;
        tip.style.left = Math.max(left, 8) + "px";
        tip.style.top = (below ? event.clientY + 18 : event.clientY - height - 10) + "px";
      });
      document.addEventListener("keydown", (event) => {
        if (event.key === "Escape") tip.style.display = "none";
      });
    }
    """
}
