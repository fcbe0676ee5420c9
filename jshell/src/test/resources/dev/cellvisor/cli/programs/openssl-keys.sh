# Big numbers and curves. Keys are random, so what is printed are openssl's own checks of them.
openssl prime -checks 20 170141183460469231731687303715884105727 || exit 1
openssl prime -checks 20 340282366920938463463374607431768211457
openssl genrsa -out /tmp/rsa.pem ${1:-1024} 2>/dev/null && openssl rsa -check -noout -in /tmp/rsa.pem || exit 1
seq 1 1000 >/tmp/data
for curve in prime256v1 secp384r1 secp521r1 secp256k1; do
  openssl ecparam -name $curve -check -noout 2>&1 || exit 1
  openssl ecparam -name $curve -genkey -noout -out /tmp/ec.pem && openssl ec -in /tmp/ec.pem -pubout -out /tmp/ec.pub 2>/dev/null
  openssl dgst -sha256 -sign /tmp/ec.pem -out /tmp/signature /tmp/data && openssl dgst -sha256 -verify /tmp/ec.pub -signature /tmp/signature /tmp/data || exit 1
done
for kind in ed25519 ed448; do
  openssl genpkey -algorithm $kind -out /tmp/ed.pem && openssl pkey -in /tmp/ed.pem -pubout -out /tmp/ed.pub
  openssl pkeyutl -sign -inkey /tmp/ed.pem -rawin -in /tmp/data -out /tmp/signature
  openssl pkeyutl -verify -pubin -inkey /tmp/ed.pub -rawin -in /tmp/data -sigfile /tmp/signature || exit 1
done
