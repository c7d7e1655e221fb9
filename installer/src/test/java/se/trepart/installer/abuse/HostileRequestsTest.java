package se.trepart.installer.abuse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import se.trepart.installer.abuse.HostileRequests.Request;
import se.trepart.installer.probe.RawHttp;
import se.trepart.installer.probe.RawHttp.Answer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static java.util.concurrent.TimeUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;

/** Requests that mean harm, made from honest ones by a seed: 3,000 in verify, a million with -Psoak. A seed can be given to try it again. */
@Timeout(value = 6, unit = HOURS)
class HostileRequestsTest {

    private static final int REQUESTS = Integer.getInteger("abuse.requests", 3_000);
    private static final long SEED = Long.getLong("abuse.seed", 20_261_122L);
    private static final int AT_ONCE = 4;
    private static final int A_TOKEN = 500;

    @TempDir
    Path home;

    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger hungUp = new AtomicInteger();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    @Test
    void nothingHostileIsObeyedBreaksTheStoreOrMakesItGrow() throws Exception {
        try (BesiegedOffice besieged = new BesiegedOffice(home)) {
            assertThat(besieged.canaryIsServedToItsOwn()).isTrue();
            UUID epoch = besieged.epoch();
            attack(besieged, epoch, REQUESTS / 10);
            Map<String, Long> rows = besieged.rows();
            long heap = besieged.heapInUse();
            long files = besieged.openFiles();
            long workstations = besieged.office.count("select count(*) from device");

            attack(besieged, epoch, REQUESTS);

            System.out.println("FIGURE hostile requests " + made + ", answers " + statuses + ", hung up " + hungUp + ", heap before " + heap
                    + " KB, after " + besieged.heapInUse() + " KB");
            assertThat(wrong).as("seed " + SEED).isEmpty();
            assertThat(besieged.rows()).as("rows").isEqualTo(rows);
            assertThat(besieged.office.count("select count(*) from device") - workstations).as("workstations made up").isLessThan(50);
            assertThat(besieged.heapInUse() - heap).as("KB more in memory").isLessThan(10_000);
            assertThat(besieged.openFiles() - files).as("connections left").isLessThan(20);
            assertThat(besieged.databaseConnections()).isLessThan(15);
            assertThat(besieged.log()).doesNotContain("7d41c0").doesNotContain("drop table").doesNotContain("Bearer ");
            assertThat(besieged.canaryIsServedToItsOwn()).as("and honest people are served").isTrue();
        }
    }

    private void attack(BesiegedOffice besieged, UUID epoch, int requests) throws InterruptedException {
        List<Thread> attackers = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            long seed = SEED * AT_ONCE + i + made.get();
            attackers.add(Thread.ofPlatform().start(() -> attack(besieged, epoch, requests / AT_ONCE, seed)));
        }
        for (Thread attacker : attackers) {
            attacker.join();
        }
    }

    private void attack(BesiegedOffice besieged, UUID epoch, int requests, long seed) {
        HostileRequests hostile = new HostileRequests(besieged, epoch, seed, tokens(besieged));
        RawHttp line = null;
        for (int i = 0; i < requests; i++) {
            Request request = hostile.next();
            made.incrementAndGet();
            try {
                if (line == null) {
                    line = besieged.connect();
                }
                judge(request, line.ask(request.method(), request.target(), request.headers(), request.body()));
            } catch (IOException | NumberFormatException closed) {
                // a line that was hung up on is opened again; whether the store lives is seen at the end
                hungUp.incrementAndGet();
                close(line);
                line = null;
            }
        }
        close(line);
    }

    private static Supplier<String> tokens(BesiegedOffice besieged) {
        int[] used = {0};
        String[] token = {""};
        return () -> {
            if (used[0]++ % A_TOKEN == 0) {
                token[0] = besieged.sign(besieged.claims(besieged.insider.subject()).build());
            }
            return token[0];
        };
    }

    private void judge(Request request, Answer answer) {
        synchronized (statuses) {
            statuses.merge(answer.status(), 1, Integer::sum);
        }
        boolean bad = answer.status() >= 500 || answer.status() >= 300 && answer.status() < 400 || BesiegedOffice.leaks(answer)
                || answer.text().contains("se.trepart") || answer.text().contains("Exception");
        if (bad && wrong.size() < 20) {
            wrong.add(answer.status() + " to " + request.method() + " " + request.target() + " "
                    + request.headers().entrySet().stream().filter(header -> !header.getKey().equals("Authorization")).toList() + " "
                    + new String(request.body(), 0, Math.min(600, request.body().length), java.nio.charset.StandardCharsets.UTF_8) + " -> "
                    + new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private static void close(RawHttp line) {
        try {
            if (line != null) {
                line.close();
            }
        } catch (IOException alreadyGone) {
            // as it should be
        }
    }
}
