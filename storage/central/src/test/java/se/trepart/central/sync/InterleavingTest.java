package se.trepart.central.sync;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

import se.trepart.central.Office;
import se.trepart.central.Office.Desk;
import se.trepart.model.casefile.CaseFile;
import se.trepart.wire.Entry;
import se.trepart.wire.Operation;
import se.trepart.wire.PushRequest;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Transactions that commit in another order than they began in, on a real PostgreSQL: a reader that goes by a bigserial misses rows, one
 * that goes by the number that our transactions take last never does.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterleavingTest {

    private static final int WRITERS = 4;
    private static final int EACH = 25;
    private static final int NAIVE_ROUNDS = 20;

    private Office office;

    @BeforeAll
    void open() {
        office = new Office();
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void aReaderThatGoesByABigserialMissesTheRowThatCommitsLast() throws SQLException {
        int missed = 0;
        try (Connection first = office.database.owner().getConnection();
                Connection second = office.database.owner().getConnection();
                Connection reader = office.database.owner().getConnection()) {
            execute(reader, "create table naive_log (id bigserial primary key)");
            first.setAutoCommit(false);
            second.setAutoCommit(false);
            long cursor = 0;
            Set<Long> read = new HashSet<>();
            for (int round = 0; round < NAIVE_ROUNDS; round++) {
                execute(first, "insert into naive_log default values");
                execute(second, "insert into naive_log default values");
                second.commit();
                cursor = page(reader, cursor, read);
                first.commit();
                cursor = page(reader, cursor, read);
            }
            missed = 2 * NAIVE_ROUNDS - read.size();
        }
        assertThat(missed).as("rows that were committed and never read").isEqualTo(NAIVE_ROUNDS);
    }

    private static long page(Connection reader, long cursor, Set<Long> read) throws SQLException {
        long last = cursor;
        try (Statement statement = reader.createStatement();
                ResultSet rows = statement.executeQuery("select id from naive_log where id > " + cursor + " order by id")) {
            while (rows.next()) {
                last = rows.getLong(1);
                read.add(last);
            }
        }
        return last;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void theOneThatBeganFirstMayCommitLastAndIsReadAllTheSame() throws Exception {
        Desk anna = office.desk(office.anna);
        Desk bengt = office.desk(office.bengt);
        long cursor = head();
        CountDownLatch annaStands = new CountDownLatch(1);
        CountDownLatch bengtIsDone = new CountDownLatch(1);
        SyncService pausing = service(method -> {
            if (method.equals("nextHead")) {
                annaStands.countDown();
                await(bengtIsDone);
            }
        });
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            CaseFile slow = Office.caseFile(Office.NORTH);
            PushRequest request = new PushRequest(anna.epoch(), List.of(anna.create(slow)));
            Future<?> push = threads.submit(() -> pausing.push(anna.caller, request));
            await(annaStands);
            CaseFile quick = Office.caseFile(Office.NORTH);
            bengt.send(bengt.create(quick));
            List<Entry> first = bengt.pull(cursor).entries();
            assertThat(first).extracting(Entry::id).containsExactly(quick.id());
            long between = bengt.pull(cursor).to();
            bengtIsDone.countDown();
            push.get(30, TimeUnit.SECONDS);
            assertThat(bengt.pull(between).entries()).extracting(Entry::id).containsExactly(slow.id());
        }
    }

    @Test
    void whoHasANumberKeepsTheNextOneWaitingUntilItIsSeen() throws Exception {
        Desk anna = office.desk(office.anna);
        Desk bengt = office.desk(office.bengt);
        long cursor = head();
        CountDownLatch numberTaken = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        SyncService pausing = service(method -> {
            if (method.equals("write")) {
                numberTaken.countDown();
                await(goOn);
            }
        });
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            CaseFile one = Office.caseFile(Office.NORTH);
            CaseFile two = Office.caseFile(Office.NORTH);
            PushRequest ones = new PushRequest(anna.epoch(), List.of(anna.create(one)));
            Operation twos = bengt.create(two);
            Future<?> first = threads.submit(() -> pausing.push(anna.caller, ones));
            await(numberTaken);
            Future<?> second = threads.submit(() -> bengt.send(twos));
            Thread.sleep(100);
            assertThat(second.isDone()).isFalse();
            assertThat(bengt.pull(cursor).entries()).as("nothing is seen of either").isEmpty();
            goOn.countDown();
            first.get(30, TimeUnit.SECONDS);
            second.get(30, TimeUnit.SECONDS);
            assertThat(bengt.pull(cursor).entries()).extracting(Entry::id).containsExactly(one.id(), two.id());
        }
    }

    @Test
    void aReaderMissesNothingHoweverWritersComeInBetweenEachOther() throws Exception {
        Random random = new Random(7);
        AtomicInteger seed = new AtomicInteger();
        SyncService jittery = service(_ -> pause(new Random(seed.incrementAndGet()).nextInt(3)));
        Set<UUID> written = java.util.concurrent.ConcurrentHashMap.newKeySet();
        Set<UUID> read = new HashSet<>();
        Desk reader = office.desk(office.lena);
        long cursor = head();
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                Desk desk = office.desk(random.nextBoolean() ? office.anna : office.bengt);
                writers.add(threads.submit(() -> {
                    for (int n = 0; n < EACH; n++) {
                        CaseFile file = Office.caseFile(Office.NORTH);
                        jittery.push(desk.caller, new PushRequest(desk.epoch(), List.of(desk.create(file))));
                        written.add(file.id());
                    }
                }));
            }
            boolean done = false;
            while (!done) {
                done = writers.stream().allMatch(Future::isDone);
                var page = reader.pull(cursor);
                page.entries().forEach(entry -> read.add(entry.id()));
                cursor = page.to();
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        assertThat(written).hasSize(WRITERS * EACH);
        assertThat(read).containsAll(written);
    }

    private long head() {
        return office.store.read(snapshot -> snapshot.head()).seq();
    }

    /** The service over the real store, with something done before each call inside a writing transaction. */
    private SyncService service(Consumer<String> before) {
        CentralStore store = office.store;
        CentralStore pausing = (CentralStore) Proxy.newProxyInstance(CentralStore.class.getClassLoader(),
                new Class<?>[]{CentralStore.class}, (_, method, arguments) -> {
                    if (!method.getName().equals("write")) {
                        return invoke(store, method, arguments);
                    }
                    @SuppressWarnings("unchecked")
                    Function<CentralStore.Writing, Object> work = (Function<CentralStore.Writing, Object>) arguments[0];
                    return store.write(tx -> work.apply(pausing(tx, before)));
                });
        return new SyncService(pausing, _ -> {
            throw new IllegalStateException("nobody waits here");
        }, InstantSource.system(), Office::id);
    }

    private static CentralStore.Writing pausing(CentralStore.Writing tx, Consumer<String> before) {
        return (CentralStore.Writing) Proxy.newProxyInstance(CentralStore.class.getClassLoader(),
                new Class<?>[]{CentralStore.Writing.class}, (_, method, arguments) -> {
                    before.accept(method.getName());
                    return invoke(tx, method, arguments);
                });
    }

    private static Object invoke(Object on, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
