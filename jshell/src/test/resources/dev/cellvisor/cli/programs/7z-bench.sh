# 7-Zip's benchmark checks all that it packs and unpacks; its rates are not printed.
7z b -mmt=${2:-1} -md=${1:-18} 1 >/tmp/rates
status=$?
grep -c '^[0-9]*:' /tmp/rates
exit $status
