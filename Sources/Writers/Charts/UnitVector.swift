/// The direction after a part of a clockwise turn from the top, with y downwards.
///
/// Computed with a series instead of the C library, whose last digit differs between machines.
func unitVector(_ turn: Double) -> (x: Double, y: Double) {
  let quarters = (turn * 4).rounded(.down)
  let angle = (turn - quarters / 4) * 2 * Double.pi
  let square = angle * angle
  var sine = 0.0
  var cosine = 0.0
  var term = 1.0
  for step in stride(from: 0.0, to: 20, by: 2) {
    cosine += term
    sine += term * angle / (step + 1)
    term *= -square / ((step + 1) * (step + 2))
  }
  switch Int(quarters) % 4 {
  case 0: return (sine, -cosine)
  case 1: return (cosine, sine)
  case 2: return (-sine, cosine)
  default: return (-cosine, -sine)
  }
}
