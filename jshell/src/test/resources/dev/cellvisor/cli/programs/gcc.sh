# Compiles a program at some levels, prints what the compiler made as a digest, and runs it.
name=$1; shift
for level in -O0 -O2 "-O3 -march=armv8-a+crc+crypto -ffast-math"; do
  gcc $level -S -o /tmp/$name.s $(dirname $0)/$name.c || exit 1
  echo $level $(sha256sum </tmp/$name.s)
  gcc $level -pthread -o /tmp/$name $(dirname $0)/$name.c -lm && /tmp/$name "$@" || exit 1
done
