# 7-Zip with two threads: what it packs it tests and unpacks again. (Its benchmark is no fixed work: it does as much as the clock lets it.)
mkdir -p /tmp/7zt && cd /tmp/7zt && rm -rf *
seq 1 ${1:-4000} >numbers
head -c ${2:-100000} /usr/bin/openssl >program
for method in LZMA LZMA2 BZip2 PPMd; do
  7z a -bd -mx=5 -mmt=2 -m0=$method $method.7z numbers program >/dev/null || exit 1
  7z t -bd -mmt=2 $method.7z | grep -E 'Everything|Size:|Files:' || exit 1
  7z x -bd -y -mmt=2 -oout $method.7z >/dev/null && cmp numbers out/numbers && cmp program out/program || exit 1
  echo $method $(cat out/* | sha256sum)
done
