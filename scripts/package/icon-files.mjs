// The two containers that hold one icon in several sizes. Both take PNG files as they are.

/**
 * A Windows icon: `[{ widthPx, png }]` to the bytes of an .ico file.
 * Source of the layout: Microsoft, "Icons", ICONDIR and ICONDIRENTRY; PNG images inside since Windows Vista.
 */
export function icoFile(images) {
  const headerBytes = 6
  const entryBytes = 16
  const directory = Buffer.alloc(headerBytes + entryBytes * images.length)
  directory.writeUInt16LE(1, 2)
  directory.writeUInt16LE(images.length, 4)
  let at = directory.length
  images.forEach(({ widthPx, png }, index) => {
    const entry = headerBytes + entryBytes * index
    // One byte for each: 256 is written as 0.
    directory.writeUInt8(widthPx % 256, entry)
    directory.writeUInt8(widthPx % 256, entry + 1)
    directory.writeUInt16LE(1, entry + 4)
    directory.writeUInt16LE(32, entry + 6)
    directory.writeUInt32LE(png.length, entry + 8)
    directory.writeUInt32LE(at, entry + 12)
    at += png.length
  })
  return Buffer.concat([directory, ...images.map(({ png }) => png)])
}

/** Types of an .icns file that hold a PNG, by width in pixels: plain ones, then those for screens of double density. */
const icnsTypes = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
  ['ic10', 1024],
]

/** A macOS icon: a function from width to PNG gives the bytes of an .icns file. Layout: 'icns', length, then type, length, data for each; lengths include their headers. */
export function icnsFile(paint) {
  const parts = icnsTypes.map(([type, widthPx]) => icnsPart(type, paint(widthPx)))
  return icnsPart('icns', Buffer.concat(parts))
}

function icnsPart(type, data) {
  const header = Buffer.alloc(8)
  header.write(type, 'latin1')
  header.writeUInt32BE(data.length + header.length, 4)
  return Buffer.concat([header, data])
}
