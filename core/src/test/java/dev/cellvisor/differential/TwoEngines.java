package dev.cellvisor.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cellvisor.cpu.Engine;
import dev.cellvisor.cpu.a64.hostcode.HostEngine;
import dev.cellvisor.differential.EncodingTable.Encoding;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A CPU model on both engines, and what is asked of them: that the same blocks leave the same behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TwoEngines {
    static final long SEED = 20_261_125;

    final String model;
    private final String label;
    OurMachine interpreter;
    OurMachine host;
    EncodingTable table;

    /** @param label what a figure says of the model */
    TwoEngines(String model, String label) {
        this.model = model;
        this.label = label;
    }

    @BeforeAll
    void start() {
        assumeTrue(HostEngine.unsupported() == null, () -> "skipped: no native engine here, since " + HostEngine.unsupported());
        table = new EncodingTable(OurMachine.features(model));
        interpreter = new OurMachine(model, 4_000_000_000L, Engine.INTERPRETER);
        host = new OurMachine(model, 4_000_000_000L, Engine.NATIVE);
    }

    @AfterAll
    void stop() {
        if (host != null) {
            interpreter.close();
            host.close();
        }
    }

    Campaign campaign() {
        return new Campaign(interpreter, host, table);
    }

    void run(String what, List<Encoding> pool, Setting setting, int instructions) {
        run(what, pool, campaign(), setting, instructions);
    }

    void run(String what, List<Encoding> pool, Campaign campaign, Setting setting, int instructions) {
        long start = System.nanoTime();
        campaign.run(pool, setting, SEED, instructions, 32, 2);
        campaign.run(pool, setting, SEED + 1, instructions, 6, 4);
        System.out.printf("figure: engine against engine%s, %s%s: %s, %d blocks differ (%.1f s)%n", Scale.FULL ? "" : " (a sample)", label, what,
                campaign.coverage().summary(pool), campaign.differingRuns(), (System.nanoTime() - start) / 1e9);
        same(campaign);
    }

    static void same(Campaign campaign) {
        assertEquals(0, campaign.differingRuns(),
                () -> campaign.differences().stream().map(Difference::report).collect(Collectors.joining("\n")));
    }
}
