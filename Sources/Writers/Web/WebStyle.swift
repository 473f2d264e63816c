/// The style sheet of the page: light and dark, narrow and wide, screen and paper.
enum WebStyle {
  /// The rules.
  static var text: String {
    """
    :root {
    \(variables(ChartPaint.series, ChartPaint.onSeries, pale: ChartPaint.pale))
    --text: #1c2733; --muted: #5b6670; --grid: #dfe3e8; --surface: #ffffff;
    --ink: #1f4e79; --shade: #eef2f6; --banner: #fbebd0;
    }
    @media (prefers-color-scheme: dark) {
    :root {
    \(variables(ChartPaint.darkSeries, ChartPaint.onDarkSeries, pale: ChartPaint.darkPale))
    --text: #e4e8ec; --muted: #a5afb8; --grid: #38424c; --surface: #14191f;
    --ink: #8fbfe8; --shade: #1f2730; --banner: #4a3a1c;
    }
    }
    \(rules)
    """
  }

  private static func variables(_ series: [String], _ onSeries: [String], pale: String) -> String {
    let colors = series.enumerated().map { "--series-\($0.offset): \($0.element);" }
    let texts = onSeries.enumerated().map { "--on-series-\($0.offset): \($0.element);" }
    return (colors + texts + ["--pale: \(pale);"]).joined(separator: " ")
  }

  private static let rules = """
    * { box-sizing: border-box; }
    html { scroll-behavior: smooth; }
    @media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
    body { margin: 0; color: var(--text); background: var(--surface); line-height: 1.5;
      font-family: Calibri, Carlito, "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
    header, .columns { max-width: 76rem; margin: 0 auto; padding: 0 1.25rem; }
    header { padding-top: 2rem; padding-bottom: 1rem; }
    h1 { font-size: 2.2rem; line-height: 1.15; margin: 0; color: var(--ink); }
    h2, h3, h4, h5, h6 { line-height: 1.25; color: var(--ink); margin: 2rem 0 .5rem; }
    h2 { border-bottom: 2px solid var(--ink); padding-bottom: .2rem; }
    article > h3, article > h4, article > h5, article > h6 { font-size: 1.1rem; }
    h5, h6 { font-size: 1rem; }
    .highlights { padding-left: 1.2rem; }
    p { max-width: 46rem; }
    .subtitle { font-size: 1.2rem; margin: .25rem 0 1rem; }
    .banner { background: var(--banner); padding: .5rem .8rem; border-radius: 4px;
      font-weight: 600; }
    dl { margin: 1rem 0; }
    dl div { display: grid; grid-template-columns: 9rem 1fr; gap: .5rem; }
    dt { color: var(--muted); }
    dd { margin: 0; }
    a { color: var(--ink); }
    .skip { position: absolute; left: -99rem; }
    .skip:focus { left: 1rem; top: 1rem; background: var(--surface); padding: .5rem; }
    nav ul { list-style: none; margin: 0; padding-left: 1rem; }
    nav > ul { padding-left: 0; }
    nav li { margin: .2rem 0; }
    nav h2 { font-size: 1.1rem; }
    .filter { display: block; margin-top: 2rem; }
    .filter input { display: block; width: 100%; padding: .3rem .5rem; font: inherit;
      color: inherit; background: var(--surface); border: 1px solid var(--muted);
      border-radius: 4px; }
    article { margin: 1.5rem 0 2.5rem; }
    .chart svg { display: block; max-width: 100%; height: auto; }
    .table { overflow-x: auto; margin: .8rem 0; }
    table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
    caption { text-align: left; color: var(--muted); padding-bottom: .3rem; }
    article caption { position: absolute; clip-path: inset(50%); width: 1px; height: 1px;
      overflow: hidden; white-space: nowrap; }
    .table { position: relative; }
    th, td { padding: .3rem .7rem; text-align: right; vertical-align: top;
      border-bottom: 1px solid var(--grid); }
    th:first-child, .text { text-align: left; }
    thead th { background: var(--shade); border-bottom: 2px solid var(--ink);
      vertical-align: bottom; }
    tbody th { font-weight: 400; }
    tr.total th, tr.total td { font-weight: 700; border-top: 1px solid var(--ink); }
    tbody tr:hover { background: var(--shade); }
    thead button { all: unset; cursor: pointer; }
    thead button:focus-visible { outline: 2px solid var(--ink); }
    th[aria-sort="ascending"] button::after { content: " \\25B2"; }
    th[aria-sort="descending"] button::after { content: " \\25BC"; }
    .note { font-size: .8em; text-decoration: none; margin-left: .2em; }
    .notes { list-style: none; padding: 0; margin: .3rem 0; max-width: 46rem; }
    .remark { color: var(--muted); font-size: .9rem; margin: .3rem 0; }
    summary { cursor: pointer; }
    nav { max-height: 50vh; overflow-y: auto; }
    @media (min-width: 64rem) {
      .columns { display: grid; grid-template-columns: 17rem minmax(0, 1fr); gap: 2.5rem; }
      nav { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; font-size: .9rem; }
    }
    @media print {
      :root { --text: #000; --muted: #444; --surface: #fff; --ink: #1f4e79; --grid: #ccc; }
      nav, .skip { display: none; }
      .columns { display: block; }
      .chart, tr { break-inside: avoid; }
      details:not([open]) > summary { display: none; }
      details.remark::details-content { content-visibility: visible; display: block; }
      h2, h3, h4 { break-after: avoid; }
      thead { display: table-header-group; }
      .table { overflow: visible; }
      body { font-size: 10pt; }
    }
    """
}
