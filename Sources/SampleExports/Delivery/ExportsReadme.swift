/// The README of the output folder: what the exports are, and how each dataset looks.
struct ExportsReadme {
  /// The datasets in the order of `EXPORTS.md`.
  private static let order = [
    "instroom", "aanmeldingen", "contracten", "attesten", "diplomagelijkschakelingen",
    "inbreuken", "vrijstellingstoetsen", "cursussen_mo", "cursisten_mo", "besluiten_mo",
    "gesprekken", "testen_nt2", "adviezen_nt2", "taaltesten", "instroom_minderjarigen",
    "toeleidingen_onderwijs", "inschrijvingen_nt2", "vormingen", "begeleidingen", "tolkaanvragen",
    "helpdeskvragen", "klachten", "tevredenheid", "handmatig",
  ]

  private static let introduction = """
    # Synthetic exports

    **Everything here is synthetic.** There is no real person, organisation or question in these
    files: a program makes them, the same bytes on every machine. Their totals are built to match
    the printed annual report of 2019; nothing else in them says anything about anybody.

        make sample

    makes them (`Sources/SampleExports`, a few seconds). They are not committed, but for this
    README and `SHA256SUMS`, which pins every file's bytes; `sha256sum --check SHA256SUMS` in
    this folder checks them.

    Among the records are, on purpose, what real deliveries hold: working areas in several
    spellings, eight empty helpdesk records in 2018, free text with delimiters, quotes and line
    breaks, languages and nationalities that differ in case, blanks or diacritics.


    """

  let samples: [Deliveries.Sample]

  /// Writes `README.md`.
  func write(to folder: OutputFolder) throws(OutputError) {
    var text = Self.introduction + table + "\n## The first three lines of every dataset\n"
    for sample in ordered {
      text += "\n### \(sample.dataset)\n\n`\(sample.path)`. \(sample.dialect.summary).\n\n"
      text += "```\n\(sample.firstLines)\n```\n"
    }
    try folder.write(Array(text.utf8), to: "README.md")
  }

  private var ordered: [Deliveries.Sample] {
    Self.order.compactMap { dataset in samples.first { $0.dataset == dataset } }
  }

  private var table: String {
    var table = "| dataset | system | files | records 2018 | records 2019 |\n"
    table += "|---|---|--:|--:|--:|\n"
    for sample in ordered {
      table += "| \(sample.dataset) | \(sample.dialect.name) | \(sample.files) "
      table += "| \(sample.records.in2018) | \(sample.records.in2019) |\n"
    }
    let total = ordered.reduce((0, 0)) { sum, sample in
      (sum.0 + sample.records.in2018, sum.1 + sample.records.in2019)
    }
    return table + "| all | | \(ordered.reduce(0) { $0 + $1.files }) | \(total.0) | \(total.1) |\n"
  }
}
