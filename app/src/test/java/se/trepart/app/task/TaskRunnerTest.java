package se.trepart.app.task;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TaskRunnerTest {

    private final List<String> codes = new ArrayList<>();
    private final TaskRunner tasks = TaskRunner.sameThread(new UnexpectedErrors(codes::add));
    private final List<String> events = new ArrayList<>();

    @Test
    void handsBackTheResultAndThenEnds() {
        tasks.of(() -> "svar").then(events::add).always(() -> events.add("slut")).start();
        assertThat(events).containsExactly("svar", "slut");
    }

    @Test
    void anExpectedFailureGoesToItsOwnAction() {
        Callable<String> work = () -> {
            throw new IOException("trasig");
        };
        tasks.of(work).then(events::add).on(IOException.class, e -> events.add(e.getMessage())).start();
        assertThat(events).containsExactly("trasig");
        assertThat(codes).isEmpty();
    }

    @Test
    void whatIsExplainedEverywhereGoesAfterWhatTheTaskItselfExpects() {
        tasks.explain(IOException.class, e -> events.add("överallt: " + e.getMessage()));
        Callable<String> work = () -> {
            throw new IOException("trasig");
        };
        tasks.of(work).then(events::add).start();
        tasks.of(work).then(events::add).on(IOException.class, e -> events.add("här: " + e.getMessage())).start();
        assertThat(events).containsExactly("överallt: trasig", "här: trasig");
        assertThat(codes).isEmpty();
    }

    @Test
    void anUnexpectedFailureIsShownAsTheSameShortCodeEachTime() {
        Callable<String> work = () -> {
            throw new IllegalStateException("Anna Andersson 19900125-2387");
        };
        for (int i = 0; i < 2; i++) {
            tasks.of(work).then(events::add).start();
        }
        assertThat(codes).hasSize(2).allMatch(c -> c.matches("[0-9A-Z]{5,7}"));
        assertThat(codes.getFirst()).isEqualTo(codes.getLast());
        assertThat(events).isEmpty();
    }

    @Test
    void theResultOfACancelledTaskIsThrownAway() {
        Task<String> task = tasks.of(() -> "svar").then(events::add).always(() -> events.add("slut"));
        task.cancel();
        task.start();
        assertThat(events).containsExactly("slut");
        assertThat(codes).isEmpty();
    }

    @Test
    void onlyTheNewestIsDoneAndWhatGaveWayIsNoError() throws Exception {
        TaskRunner background = TaskRunner.onVirtualThreads(new UnexpectedErrors(codes::add), Runnable::run);
        Newest newest = new Newest(background);
        List<String> done = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch begun = new CountDownLatch(1);
        newest.of(Duration.ZERO, () -> {
            begun.countDown();
            Thread.sleep(Duration.ofSeconds(10));
            return done.add("avbruten");
        }).then(_ -> events.add("avbruten")).start();
        begun.await();
        for (String key : List.of("A", "Am", "Amina")) {
            newest.of(Duration.ofMillis(100), () -> done.add(key)).then(_ -> events.add(key)).start();
        }
        background.end(Duration.ofSeconds(5));
        assertThat(done).containsExactly("Amina");
        assertThat(events).containsExactly("Amina");
        assertThat(codes).isEmpty();
    }

    @Test
    void waitsForWhatRunsAndTakesNoMoreAfterTheEnd() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        List<String> done = Collections.synchronizedList(new ArrayList<>());
        TaskRunner background = TaskRunner.onVirtualThreads(new UnexpectedErrors(codes::add));
        background.of(() -> {
            begun.countDown();
            Thread.sleep(200);
            done.add("före");
        }).start();
        begun.await();
        background.end(Duration.ofSeconds(10));
        assertThat(done).containsExactly("före");
        background.of(() -> done.add("efter")).start();
        Thread.sleep(100);
        assertThat(done).containsExactly("före");
    }
}
