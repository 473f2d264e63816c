/// The script of the page: tables that can be sorted and filtered. Everything can be read without
/// it.
enum WebScript {
  /// The script.
  static let text = "\"use strict\";\n" + filter + "\n" + sorting

  /// A field that leaves only the rows whose label holds its text, and totals.
  private static let filter = """
    {
      const nav = document.querySelector("nav");
      const label = document.createElement("label");
      label.className = "filter";
      label.append(nav.dataset.filter);
      const field = document.createElement("input");
      field.type = "search";
      label.append(field);
      nav.prepend(label);
      field.addEventListener("input", () => {
        const wish = field.value.trim().toLowerCase();
        for (const table of document.querySelectorAll("article table")) {
          const rows = Array.from(table.tBodies[0].rows);
          const fits = (row) => row.cells[0].textContent.toLowerCase().includes(wish);
          const isFiltered = rows.some(fits);
          for (const row of rows) {
            row.hidden = isFiltered && !fits(row) && !row.classList.contains("total");
          }
        }
      });
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
}
