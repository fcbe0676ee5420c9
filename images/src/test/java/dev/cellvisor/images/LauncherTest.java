package dev.cellvisor.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script in a made-up project, with scripts in the place of java, mvn, apt-get and dpkg-query that write down how they are called. */
class LauncherTest {
    private static final Path LAUNCHER = Path.of("..", "cellvisor");

    @TempDir
    Path directory;

    private Path project;
    private Path bin;
    private Path jdk;

    private record Ended(int status, String out, String err) {}

    @BeforeEach
    void makeUpAProject() throws IOException {
        assumeTrue(Files.isExecutable(LAUNCHER) && Files.isExecutable(Path.of("/bin/sh")), "skipped: there is no launcher here, or no /bin/sh to run it");
        project = Files.createDirectories(directory.resolve("a project"));
        executable(project.resolve("cellvisor"), Files.readString(LAUNCHER));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        for (String module : List.of("core", "images", "jshell", "notebooks")) {
            Files.createDirectories(project.resolve(module + "/src/main/java"));
            Files.writeString(project.resolve(module + "/pom.xml"), "<project/>");
            Files.writeString(project.resolve(module + "/src/main/java/A.java"), "class A {}");
        }
        bin = Files.createDirectories(directory.resolve("bin"));
        executable(bin.resolve("mvn"), """
                #!/bin/sh
                echo "mvn $JAVA_HOME $*" >>"$CALLS"
                [ -f "$CALLS.fail" ] && { cat "$CALLS.fail"; exit 1; }
                case "$*" in
                *package*)
                  echo '[INFO] Building Cellvisor core 0.1.0    [1/4]'
                  for m in core images jshell notebooks; do
                    mkdir -p $m/target; echo jar >$m/target/cellvisor-$m-0.1.0.jar; echo jar >$m/target/cellvisor-$m-0.1.0-sources.jar
                  done
                  mkdir -p jshell/target/lib notebooks/target/lib
                  echo jar >jshell/target/lib/picocli.jar; echo jar >notebooks/target/lib/picocli.jar; echo jar >notebooks/target/lib/gson.jar ;;
                *test*)
                  mkdir -p core/target/surefire-reports
                  cat "$CALLS.report" >core/target/surefire-reports/TEST-a.xml
                  cat "$CALLS.tests" ;;
                esac
                """);
        executable(bin.resolve("apt-get"), "#!/bin/sh\necho \"apt-get $*\" >>\"$CALLS\"\nexit 100\n");
        executable(bin.resolve("dpkg-query"), "#!/bin/sh\ncase $* in *tshark) echo 'un ' ;; *) echo 'ii ' ;; esac\n");
        jdk = jdk("jdk-25", "25.0.3");
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = directory.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\nJAVA_RUNTIME_VERSION=\"" + version + "+9\"\n");
        executable(home.resolve("bin/java"), "#!/bin/sh\necho \"java $*\" >>\"$CALLS\"\n\n");
        executable(home.resolve("bin/javac"), "#!/bin/sh\n");
        return home;
    }

    @Test
    void firstRunBuildsAndTheSecondDoesNot() throws Exception {
        assertEquals(0, run("boot", "--exec", "uname -a").status());
        List<String> calls = calls();
        assertEquals(2, calls.size(), calls.toString());
        assertTrue(calls.getFirst().startsWith("mvn " + jdk + " -B -U package -Dmaven.test.skip=true"), calls.getFirst());
        String java = calls.getLast();
        assertTrue(java.endsWith(" dev.cellvisor.cli.Main boot --exec uname -a"), java);
        assertTrue(java.contains("-Dcellvisor.home=" + project), java);
        String classpath = java.replaceFirst(".* -cp (.*) dev.*", "$1").replace(project + "/", "");
        assertEquals("core/target/cellvisor-core-0.1.0.jar:images/target/cellvisor-images-0.1.0.jar:jshell/target/cellvisor-jshell-0.1.0.jar:"
                + "notebooks/target/cellvisor-notebooks-0.1.0.jar:jshell/target/lib/picocli.jar:notebooks/target/lib/gson.jar", classpath);
        assertEquals("", run("boot").err());
        assertEquals(1, calls().size(), "java alone");
    }

    @Test
    void newerSourceGoneJarOrMovedProjectIsBuiltAgain() throws Exception {
        run("boot");
        calls();
        Files.setLastModifiedTime(project.resolve("core/src/main/java/A.java"), FileTime.from(Instant.now().plusSeconds(1)));
        run("boot");
        assertTrue(calls().getFirst().contains(" -o package"), "offline, since the same poms have been through once");
        Files.delete(project.resolve("core/src/main/java/A.java"));
        Files.setLastModifiedTime(project.resolve("core/src/main/java"), FileTime.from(Instant.now().plusSeconds(1)));
        run("boot");
        assertEquals(2, calls().size());
        Files.setLastModifiedTime(project.resolve("core/src/main/java"), FileTime.from(Instant.EPOCH));
        Files.delete(project.resolve("jshell/target/lib/picocli.jar"));
        run("boot");
        assertEquals(2, calls().size());
        Path moved = directory.resolve("moved");
        Files.move(project, moved);
        project = moved;
        run("boot");
        assertTrue(calls().getLast().contains(moved + "/core/target"));
    }

    @Test
    void theFirstRunRecordsAndWhenItHasEndedTheCacheIsMadeForTheNext() throws Exception {
        executable(jdk.resolve("bin/java"), """
                #!/bin/sh
                echo "java $*" >>"$CALLS"
                for a; do
                  case $a in
                  -XX:AOTMode=*) mode=${a#*=} ;;
                  -XX:AOTConfiguration=*) configuration=${a#*=} ;;
                  -XX:AOTCache=*) cache=${a#*=} ;;
                  esac
                done
                [ "$mode" = record ] && echo recorded >"$configuration"
                [ "$mode" = create ] && cp "$configuration" "$cache"
                exit 0
                """);
        assertTrue(run("boot").err().contains("building"));
        String record = calls().getLast();
        assertTrue(record.contains("-XX:AOTMode=record"), record);
        Path state = project.resolve(".cache/launcher");
        Path cache = state.resolve("boot-25.0.3+9.aot");
        for (int tries = 0; tries < 200 && !caches(state).equals(List.of(cache)); tries++) {
            Thread.sleep(50);
        }
        assertEquals(List.of(cache), caches(state), "and nothing else is left");
        assertEquals("recorded\n", Files.readString(cache));
        List<String> made = calls();
        assertEquals(1, made.size(), made.toString());
        assertTrue(made.getFirst().contains("-XX:AOTMode=create") && made.getFirst().contains("dev.cellvisor.cli.Main boot"), made.getFirst());
        run("boot");
        List<String> next = calls();
        assertEquals(1, next.size());
        assertTrue(next.getFirst().contains("-XX:AOTCache=" + cache), next.getFirst());
    }

    private static List<Path> caches(Path state) throws IOException {
        try (var files = Files.list(state)) {
            return files.filter(file -> file.toString().contains(".aot")).toList();
        }
    }

    @Test
    void buildThatFailsOfflineForALibraryIsTriedOnline() throws Exception {
        run("boot");
        calls();
        Files.setLastModifiedTime(project.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(1)));
        Files.writeString(directory.resolve("calls.fail"), "[ERROR] Cannot access central in offline mode and x has not been downloaded from it before.\n");
        Ended ended = run("boot");
        assertEquals(1, ended.status());
        assertTrue(ended.err().contains("go online once"), ended.err());
        assertEquals(List.of("-o", "-U"), calls().stream().map(c -> c.split(" ")[3]).toList());
    }

    @Test
    void failedBuildIsToldAndTriedAgain() throws Exception {
        Files.writeString(directory.resolve("calls.fail"), "[ERROR] A.java:[1,2] not a statement\n[ERROR] Re-run Maven using the -X switch\n");
        Ended ended = run("boot");
        assertEquals(1, ended.status());
        assertTrue(ended.err().contains("[ERROR] A.java:[1,2] not a statement\ncellvisor: the build failed: see "), ended.err());
        Files.delete(directory.resolve("calls.fail"));
        assertEquals(0, run("boot").status());
    }

    @Test
    void olderJdkIsPassedOver() throws Exception {
        Path old = jdk("jdk-17", "17.0.15");
        Files.createSymbolicLink(bin.resolve("java"), jdk.resolve("bin/java"));
        assertEquals(0, start(old, "boot").status());
        assertTrue(calls().getFirst().startsWith("mvn " + jdk.toRealPath()), "the one on PATH, through its link");
    }

    @Test
    void statusOfTheCommandIsTheLaunchers() throws Exception {
        Files.writeString(jdk.resolve("bin/java"), "#!/bin/sh\nexit 7\n");
        assertEquals(7, run("boot").status());
    }

    @Test
    void testsShowTheirLinesAndWhatWasLeftOut() throws Exception {
        Files.writeString(directory.resolve("calls.tests"), "[INFO] Running a.ATest\nnoise\nfigure: b, 7 words\nfigure: a, 5 words\n[INFO] Tests run: 3, Failures: 0, Errors: 0, Skipped: 2\n");
        Files.writeString(directory.resolve("calls.report"), """
                <testsuite name="a" tests="3">
                  <testcase name="one" classname="a"/>
                  <testcase name="two" classname="a">
                    <skipped type="org.opentest4j.TestAbortedException"><![CDATA[org.opentest4j.TestAbortedException: Assumption failed: skipped: no "qemu" here
                	at a.b]]></skipped>
                  </testcase>
                  <testcase name="three" classname="a">
                    <skipped message="three() is @Disabled"/>
                  </testcase>
                </testsuite>
                """);
        Ended ended = run("test", "--full");
        assertEquals(0, ended.status(), ended.err());
        assertTrue(ended.out().contains("[INFO] Running a.ATest\nfigure: b, 7 words\nfigure: a, 5 words\n[INFO] Tests run: 3, Failures: 0, Errors: 0, Skipped: 2\n\nTests run: 3, Failures: 0, Errors: 0, Skipped: 2\n"
                + "left out (1): no \"qemu\" here\nleft out (1): three() is @Disabled\nleft out: what needs the Debian packages tshark"), ended.out());
        assertTrue(ended.out().endsWith("\na, 5 words\nb, 7 words\n"), ended.out());
        assertFalse(ended.out().contains("noise"));
        String kept = Files.readString(project.resolve("docs/FULL_TEST.md"));
        assertTrue(kept.contains("./cellvisor test --full") && kept.contains("Commit ") && kept.contains("a, 5 words\nb, 7 words\n"), kept);
        List<String> calls = calls();
        assertTrue(calls.get(calls.size() - 2).endsWith(" dev.cellvisor.images.BuildImage minimal debian"), calls.toString());
        assertTrue(calls.getLast().contains(" test ") && calls.getLast().endsWith("-Dcellvisor.full=true"), calls.getLast());
    }

    @Test
    void failedTestsAreAFailure() throws Exception {
        Files.writeString(directory.resolve("calls.tests"), "[ERROR] Tests run: 1, Failures: 1, Errors: 0, Skipped: 0\n");
        Files.writeString(directory.resolve("calls.report"), "<testcase name=\"one\">\n<failure message=\"x\">\n</testcase>\n");
        Ended ended = run("test", "--full");
        assertEquals(1, ended.status());
        assertTrue(ended.out().contains("Tests run: 1, Failures: 1, Errors: 0, Skipped: 0\n"), ended.out());
        assertTrue(ended.err().contains("cellvisor: tests failed"), ended.err());
        assertFalse(Files.exists(project.resolve("docs/FULL_TEST.md")));
    }

    @Test
    void unknownOptionOfTestIsAUsageError() throws Exception {
        assertEquals(2, run("test", "--fast").status());
        assertEquals(List.of(), calls());
    }

    private Ended run(String... arguments) throws Exception {
        return start(jdk, arguments);
    }

    private Ended start(Path javaHome, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(project.resolve("cellvisor").toString()));
        command.addAll(List.of(arguments));
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile())
                .redirectInput(new File("/dev/null")).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().put("CALLS", directory.resolve("calls").toString());
        builder.environment().put("PATH", bin + ":/usr/bin:/bin");
        int status = builder.start().waitFor();
        return new Ended(status, Files.readString(out), Files.readString(err));
    }

    private List<String> calls() throws IOException {
        Path file = directory.resolve("calls");
        if (!Files.exists(file)) {
            return List.of();
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        Files.delete(file);
        return lines;
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
