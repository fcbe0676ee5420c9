# Ciphers there and back, with the CPU's crypto instructions and without: what is encrypted is printed as a digest.
seq 1 ${1:-20000} >/tmp/data
key=000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
iv=f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff
for capabilities in default 0; do
  [ $capabilities = default ] || export OPENSSL_armcap=$capabilities
  for cipher in aes-128-cbc aes-192-cbc aes-256-cbc aes-128-ctr aes-256-cfb aes-128-ofb aes-128-ecb chacha20 camellia-128-cbc aria-256-ctr sm4-cbc des-ede3-cbc; do
    bytes=32
    case $cipher in *-128-*|sm4*) bytes=16 ;; *-192-*|des*) bytes=24 ;; esac
    iv_option="-iv $iv"
    case $cipher in *-ecb) iv_option= ;; des*) iv_option="-iv ${iv%????????????????}" ;; esac
    openssl enc -$cipher -K $(echo $key | cut -c 1-$((2 * bytes))) $iv_option -in /tmp/data -out /tmp/secret || exit 1
    openssl enc -d -$cipher -K $(echo $key | cut -c 1-$((2 * bytes))) $iv_option -in /tmp/secret | cmp - /tmp/data || exit 1
    echo $cipher $(sha256sum </tmp/secret)
  done
done
