import { crc32, deflateRawSync } from "node:zlib";

export interface TestMember {
  readonly name: string;
  readonly content?: string | Uint8Array;
  /** ZIP's number of the compression: stored or deflated, or anything that is only claimed. */
  readonly method?: number;
  readonly flags?: number;
  readonly mode?: number;
  /** TAR's. */
  readonly type?: string;
}

/** A ZIP archive as it is written to a file of known size. */
export function zipFile(members: readonly TestMember[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const member of members) {
    const { local, central } = zipMember(member, at);
    parts.push(local);
    directory.push(central);
    at += local.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

function zipMember({ name, content = "", method = 8, flags = 0x800, mode = 0o100644 }: TestMember, at: number) {
  const plain = Buffer.from(content);
  const data = method === 8 ? deflateRawSync(plain) : plain;
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(flags, 2);
  fields.writeUInt16LE(method, 4);
  fields.writeUInt32LE(crc32(plain), 10);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(plain.length, 18);
  fields.writeUInt16LE(Buffer.byteLength(name), 22);
  const local = Buffer.concat([Buffer.from("PK\x03\x04"), fields, Buffer.from(name), data]);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE((mode << 16) >>> 0, 6);
  rest.writeUInt32LE(at, 10);
  const made = Buffer.from([20, 3]);
  return { local, central: Buffer.concat([Buffer.from("PK\x01\x02"), made, fields, rest, Buffer.from(name)]) };
}

/** A TAR archive (ustar), with its two blocks of zeros at the end. */
export function tarFile(members: readonly TestMember[]): Buffer {
  return Buffer.concat([...members.map(tarMember), Buffer.alloc(1024)]);
}

export function tarMember({ name, content = "", type = "0" }: TestMember): Buffer {
  const plain = Buffer.from(content);
  const header = Buffer.alloc(512);
  header.write(name, 0, 100);
  header.write("0000644\0", 100);
  header.write(`${plain.length.toString(8).padStart(11, "0")}\0`, 124);
  header.write(" ".repeat(8), 148);
  header.write(type, 156);
  header.write("ustar\x0000", 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return Buffer.concat([header, plain, Buffer.alloc((512 - (plain.length % 512)) % 512)]);
}
