# Every digest of openssl over data that both machines make alike, with the CPU's crypto instructions and without.
seq 1 ${1:-20000} >/tmp/data
for capabilities in default 0; do
  [ $capabilities = default ] || export OPENSSL_armcap=$capabilities
  for digest in md5 sha1 sha224 sha256 sha384 sha512 sha512-256 sha3-256 sha3-512 shake256 blake2b512 blake2s256 ripemd160 sm3; do
    openssl dgst -$digest /tmp/data || exit 1
  done
  openssl dgst -sha256 -hmac key /tmp/data
  openssl mac -macopt cipher:aes-128-cbc -macopt hexkey:00112233445566778899aabbccddeeff -in /tmp/data CMAC
  openssl mac -macopt hexkey:00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff -in /tmp/data Poly1305
  openssl kdf -keylen 32 -kdfopt digest:SHA256 -kdfopt pass:secret -kdfopt salt:salt -kdfopt iter:500 PBKDF2
done
