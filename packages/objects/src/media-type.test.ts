import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inlineMediaType, sniffMediaType } from './media-type.ts';

const bytes = (text: string): Buffer => Buffer.from(text.padEnd(32, '\0'), 'latin1');

test('knows media by their first bytes', () => {
  const known: Record<string, string> = {
    '\x89PNG\r\n\x1a\n': 'image/png',
    '\xff\xd8\xff\xe0': 'image/jpeg',
    GIF89a: 'image/gif',
    'RIFF\x10\0\0\0WEBPVP8 ': 'image/webp',
    'RIFF\x10\0\0\0WAVEfmt ': 'audio/wav',
    'ID3\x04\0': 'audio/mpeg',
    '\xff\xfb\x90\x64': 'audio/mpeg',
    'OggS\0\x02': 'audio/ogg',
    fLaC: 'audio/flac',
    '\0\0\0\x20ftypisom': 'video/mp4',
    '\0\0\0\x20ftypM4A ': 'audio/mp4',
    '\x1aE\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm': 'video/webm',
    '%PDF-1.7': 'application/pdf',
  };
  for (const [head, type] of Object.entries(known)) {
    assert.equal(sniffMediaType(bytes(head)), type, JSON.stringify(head));
  }
});

test('I28: SVG, HTML, text and the unknown are never shown inline, whatever they are called', () => {
  const unsafe = [
    '<svg xmlns="http://www.w3.org/2000/svg"><script>',
    '<!doctype html><script>',
    '\xef\xbb\xbf<html>',
    ' GIF89a<script>',
    'ID3 is the name of a tag',
    'RIFF of the band',
    '%PDF-1.7',
    '\0\0\0\x20ftypavif',
    '\x1aE\xdf\xa3 matroska',
    '{"json":true}',
    '\xff\xd8<html>',
    '\x89PNG',
  ];
  for (const head of unsafe) {
    assert.equal(inlineMediaType(bytes(head), 'image/png'), undefined, JSON.stringify(head));
  }
  assert.equal(inlineMediaType(Buffer.alloc(0), 'image/png'), undefined);
});

test("the sender's word decides between sound and picture of one container, and nothing else", () => {
  const webm = bytes('\x1aE\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm');
  assert.equal(inlineMediaType(webm, 'Audio/WebM; codecs=opus'), 'audio/webm');
  assert.equal(inlineMediaType(webm, 'text/html'), 'video/webm');
  assert.equal(inlineMediaType(bytes('GIF89a'), 'text/html'), 'image/gif');
});
