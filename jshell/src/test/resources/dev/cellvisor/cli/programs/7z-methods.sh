# An archive by every method of 7-Zip, its bytes as a digest, and 7-Zip's own test of it.
mkdir -p /tmp/7z && cd /tmp/7z && rm -f *
seq 1 ${1:-8000} >numbers
head -c ${2:-200000} /usr/bin/openssl >program
for method in LZMA LZMA2 PPMd BZip2 Deflate Deflate64 Copy; do
  7z a -bd -mx=5 -mmt=1 -m0=$method -mtm=off $method.7z numbers program >/dev/null || exit 1
  echo $method $(sha256sum <$method.7z)
  7z t -bd $method.7z | grep -E 'Everything|Size:|Files:|Compressed:' || exit 1
done
for filter in ARM64 BCJ2 Delta:4; do
  7z a -bd -mx=1 -mmt=1 -m0=$filter -m1=LZMA -mtm=off $(echo $filter | tr -d :).7z program >/dev/null
  echo $filter $? $(7z t -bd $(echo $filter | tr -d :).7z 2>&1 | grep -E 'Everything|rror')
done
7z a -bd -tzip -mx=5 -mmt=1 -mtc=off -psecret -mem=AES256 sealed.zip numbers >/dev/null && 7z t -bd -psecret sealed.zip | grep Everything || exit 1
for hash in CRC32 CRC64 SHA1 SHA256 BLAKE2sp XXH64 MD5; do
  7z h -bd -scrc$hash numbers program | grep -E '^[0-9A-Fa-f]{8,} '
done
