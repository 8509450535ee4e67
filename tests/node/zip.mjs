// Reads a zip by its directory, without a tool: name, bytes and time of every file.
import { inflateRawSync } from 'node:zlib';

/** @param {Buffer} zip @returns {{ name: string, bytes: Buffer, day: string, seconds: number }[]} In the order of the directory. */
export function unzip(zip) {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error('no zip');
  const files = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, time, day, size] = [zip.readUInt16LE(at + 10), zip.readUInt16LE(at + 12), zip.readUInt16LE(at + 14), zip.readUInt32LE(at + 20)];
    const [length, extra, comment, head] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32), zip.readUInt32LE(at + 42)];
    const start = head + 30 + zip.readUInt16LE(head + 26) + zip.readUInt16LE(head + 28);
    const packed = zip.subarray(start, start + size);
    files.push({
      name: zip.toString('utf8', at + 46, at + 46 + length),
      bytes: method === 8 ? inflateRawSync(packed) : packed,
      day: `${1980 + (day >> 9)}-${String((day >> 5) & 15).padStart(2, '0')}-${String(day & 31).padStart(2, '0')}`,
      seconds: time,
    });
    at += 46 + length + extra + comment;
  }
  return files;
}
