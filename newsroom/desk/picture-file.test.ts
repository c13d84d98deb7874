import { expect, test } from 'vitest'
import { hiddenCode, kindOf } from './picture-file'

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
const nothing = bytes('')

test.each([
  ['\xff\xd8\xff\xe0', 'jpeg'],
  ['\x89PNG\r\n\x1a\n', 'png'],
  ['GIF89a', 'gif'],
  ['RIFF\x00\x00\x00\x00WEBPVP8 ', 'webp'],
  ['\x00\x00\x00\x20ftypavif', 'avif'],
  ['\x00\x00\x00\x20ftypheic', null],
  ['<svg xmlns="http://www.w3.org/2000/svg">', null],
  ['<!DOCTYPE html>', null],
  ['BM', null],
  ['II*\x00', null],
  ['', null],
])('%j begins like %s', (head, kind) => expect(kindOf(bytes(head))).toBe(kind))

test.each([
  ['GIF89a/*<script>alert(1)</script>*/', ''],
  ['\xff\xd8\xff\xfe<!DOCTYPE html>', ''],
  ['\xff\xd8\xff%PDF-1.7', ''],
  ['\xff\xd8\xff', '<?php system("id") ?>'],
  ['\xff\xd8\xff', `\xff\xd9PK\x05\x06${'\0'.repeat(18)}`],
  ['\xff\xd8\xff', `PK\x05\x06${'\0'.repeat(16)}\x03\0abc`],
])('%j … %j is something else as well', (head, tail) => expect(hiddenCode(bytes(head), bytes(tail))).toBe(true))

test.each([
  ['\xff\xd8\xff<?xpacket begin=""?><x:xmpmeta><rdf:RDF></rdf:RDF></x:xmpmeta>', ''],
  ['\xff\xd8\xff', 'PK\x05\x06 by chance, far from the end of the file'],
  ['\x89PNG', 'a < b'],
])('%j … %j is a picture', (head, tail) => expect(hiddenCode(bytes(head), bytes(tail))).toBe(false))

test('an empty file hides nothing', () => expect(hiddenCode(nothing, nothing)).toBe(false))
