# Perl's regular expressions, big numbers, sorting and floating point.
perl -MMath::BigInt -MMath::BigFloat -MDigest::SHA=sha256_hex -e '
  my $n = shift; my %h; my $x = 1;
  for (1 .. $n) { $x = ($x * 1103515245 + 12345) % 2147483648; $h{$x % 1009} .= chr(97 + $x % 26); }
  my $all = join ",", map { "$_=$h{$_}" } sort { $a <=> $b } keys %h;
  my $count = () = $all =~ /([aeiou])[^aeiou,=]{2,}\1/g;
  print "$count ", sha256_hex($all), "\n";
  print Math::BigInt->new(3)->bpow(500), "\n", Math::BigFloat->new(2)->bsqrt(60), "\n";
  printf "%.17g %.17g %.17g %.17g\n", sin($_), exp($_ / 7), log($_), $_ ** 1.5 for 1 .. 20;
' ${1:-20000}
