package dev.cellvisor.images;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a host's apt sources, Debian's own archive is taken and nothing else. */
class AptSourcesTest {
    @TempDir
    Path etcApt;

    @BeforeEach
    void parts() throws IOException {
        Files.createDirectory(etcApt.resolve("sources.list.d"));
    }

    @Test
    void debianFromBothFormats() throws IOException {
        Files.writeString(etcApt.resolve("sources.list"), """
                # a comment
                deb [arch=amd64 signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://mirror.example/debian bookworm main contrib # the end
                deb-src http://mirror.example/debian bookworm main
                """);
        source("debian.sources", """
                Types: deb deb-src
                # commented
                URIs: http://security.example/debian-security
                Suites: bookworm-security bookworm-backports
                Components: main
                 contrib
                Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
                """);
        assertEquals("""
                Types: deb
                URIs: http://mirror.example/debian
                Suites: bookworm
                Components: main
                Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

                Types: deb
                URIs: http://security.example/debian-security
                Suites: bookworm-security
                Components: main
                Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

                """, AptSources.debian(etcApt, "bookworm"));
    }

    @Test
    void anotherReleaseIsFetchedFromTheSameArchives() {
        assertEquals("""
                Types: deb
                URIs: http://mirror.example/debian
                Suites: trixie trixie-updates
                Components: main

                Types: deb
                URIs: http://security.example/debian-security
                Suites: trixie-security trixie/updates
                """, AptSources.inSuite("""
                Types: deb
                URIs: http://mirror.example/debian
                Suites: bookworm bookworm-updates stable
                Components: main

                Types: deb
                URIs: http://security.example/debian-security
                Suites: bookworm-security bookworm/updates
                """, "bookworm", "trixie"));
    }

    @Test
    void sidHasNoSideArchives() {
        assertEquals("""
                Types: deb
                URIs: http://mirror.example/debian
                Suites: sid
                Components: main
                Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
                """, AptSources.inSuite("""
                Types: deb
                URIs: http://mirror.example/debian
                Suites: bookworm bookworm-updates
                Components: main
                Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

                Types: deb
                URIs: http://security.example/debian-security
                Suites: bookworm-security
                Components: main

                """, "bookworm", "sid"));
    }

    @Test
    void otherVendorsAndDisabledSourcesAreLeftOut() throws IOException {
        source("vendor.list", """
                deb https://vendor.example/apt bookworm main
                deb https://vendor.example/linux/debian bookworm stable
                deb https://vendor.example/debian cloud-bookworm main
                """);
        source("off.sources", """
                Types: deb
                URIs: http://mirror.example/debian
                Suites: bookworm
                Components: main
                Enabled: no
                """);
        source("source.sources", """
                Types: deb-src
                URIs: http://mirror.example/debian
                Suites: bookworm
                Components: main
                """);
        source("backup.list.save", "deb http://mirror.example/debian bookworm main\n");
        assertEquals("", AptSources.debian(etcApt, "bookworm"));
    }

    @Test
    void keyInsideASourceIsKept() throws IOException {
        source("debian.sources", """
                Types: deb
                URIs: http://mirror.example/debian/
                Suites: trixie
                Components: main
                Signed-By:
                 -----BEGIN PGP PUBLIC KEY BLOCK-----
                 .
                 abc=
                 -----END PGP PUBLIC KEY BLOCK-----
                """);
        assertEquals("""
                Types: deb
                URIs: http://mirror.example/debian/
                Suites: trixie
                Components: main
                Signed-By:\040
                 -----BEGIN PGP PUBLIC KEY BLOCK-----
                 .
                 abc=
                 -----END PGP PUBLIC KEY BLOCK-----

                """, AptSources.debian(etcApt, "trixie"));
    }

    @Test
    void releaseNameComesFromOsRelease() throws IOException {
        Path file = Files.writeString(etcApt.resolve("os-release"), "ID=debian\nVERSION_CODENAME=\"bookworm\"\n");
        assertEquals("bookworm", AptSources.codename(file));
        assertEquals("", AptSources.codename(etcApt.resolve("none")));
    }

    private void source(String name, String text) throws IOException {
        Files.writeString(etcApt.resolve("sources.list.d").resolve(name), text);
    }
}
