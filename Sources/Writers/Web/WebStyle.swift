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
    .tiles h2 { font-size: 1.05rem; border: 0; margin: 1.2rem 0 .4rem; padding: 0; }
    .tiles ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .6rem;
      grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); }
    .tiles li { display: grid; grid-template-columns: 1fr auto; align-items: center;
      padding: .6rem .8rem; background: var(--shade); border-radius: 6px;
      border-left: 4px solid var(--ink); break-inside: avoid; }
    .tiles .name { grid-column: 1 / -1; color: var(--muted); font-size: .9rem; }
    .tiles strong { font-size: 1.6rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
    .tiles .change { grid-column: 1 / -1; font-size: .9rem; }
    .tiles path { fill: none; stroke: var(--ink); stroke-width: 2; stroke-linecap: round; }
    .tiles circle { fill: var(--series-1); }
    @media (max-width: 30rem) {
      .tiles ul { grid-template-columns: 1fr 1fr; }
      .tiles svg { display: none; }
    }
    .tiles .year { fill: var(--ink); }
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
    nav li { margin: .3rem 0; line-height: 1.35; }
    nav a { text-decoration: none; }
    nav a:hover, nav a:focus { text-decoration: underline; }
    nav h2 { font-size: 1.1rem; }
    .controls { margin-top: 1.5rem; padding: .8rem; background: var(--shade);
      border-radius: 6px; }
    .controls label { display: block; margin-bottom: .5rem; }
    .controls label:last-child { margin: 0; }
    .controls select, .controls input[type="search"] { display: block; width: 100%;
      padding: .3rem .5rem; font: inherit; color: inherit; background: var(--surface);
      border: 1px solid var(--muted); border-radius: 4px; }
    td[data-exact], td[title] { cursor: help; }
    .tip { display: none; position: fixed; z-index: 9; max-width: 22rem; padding: .3rem .6rem;
      pointer-events: none; font-size: .9rem; color: var(--surface); background: var(--text);
      border-radius: 4px; }
    .dim { opacity: .18; }
    article { margin: 1.5rem 0 2.5rem; }
    .chart svg { display: block; max-width: 100%; height: auto; font-family: inherit; }
    .table { overflow-x: auto; margin: .8rem 0; }
    table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
    caption { text-align: left; color: var(--muted); padding-bottom: .3rem; }
    article caption { position: absolute; clip-path: inset(50%); width: 1px; height: 1px;
      overflow: hidden; white-space: nowrap; }
    .table { position: relative; }
    th, td { padding: .3rem .7rem; text-align: right; vertical-align: top;
      border-bottom: 1px solid var(--grid); }
    td { white-space: nowrap; }
    th:first-child, .text { text-align: left; white-space: normal; }
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
      nav, .skip, .tip { display: none !important; }
      .columns { display: block; }
      .chart, tr { break-inside: avoid; }
      details:not([open]) > summary { display: none; }
      details.remark::details-content { content-visibility: visible; display: block; }
      h2, h3, h4, h5, h6 { break-after: avoid; }
      article, .notes li { break-inside: avoid; }
      thead { display: table-header-group; break-inside: avoid; }
      thead button { display: contents; }
      .table { overflow: visible; }
      body { font-size: 10pt; }
    }
    """
}
