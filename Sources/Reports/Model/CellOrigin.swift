public import Indicators
public import Register

/// How a cell of a report came about.
public indirect enum CellOrigin: Sendable {
  /// It answers a question about an indicator, as a share over dimensions where some are named.
  case answer(CellQuery, shareOver: [String])

  /// It is the sum of other cells of the figure.
  case sum(of: [CellReference])

  /// It is the change from one cell to another.
  case change(from: CellReference, to: CellReference)

  /// It repeats another figure's cell.
  case cell(CellReference)

  /// An earlier report printed it.
  case published(PublishedCell)

  /// It is an estimate by a method, from the year to date and the parts of earlier years.
  case forecast(String, from: [CellOrigin])

  /// It is the place of its row among the others.
  case rank

  /// There is no number to tell about.
  case nothing
}
