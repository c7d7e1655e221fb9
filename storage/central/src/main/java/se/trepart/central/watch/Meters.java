package se.trepart.central.watch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import se.trepart.wire.PushReply;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** The service's figures (mätvärden) in Prometheus' text format. Labels are names of routes and results, never of people, units or cases. */
public final class Meters {

    private static final double[] SECONDS = {.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30};

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Histogram requests = Histogram.builder()
            .name("trepart_request_seconds")
            .help("Time from a request's headers to the end of its answer. Waiting fetches wait on purpose.")
            .labelNames("route", "status")
            .classicOnly()
            .classicUpperBounds(SECONDS)
            .register(registry);
    private final Counter operations = Counter.builder()
            .name("trepart_operations_total")
            .help("Operations answered, by result; also those answered again.")
            .labelNames("result")
            .register(registry);

    public Meters(HikariDataSource pool, StoreFigures figures) {
        JvmMetrics.builder().register(registry);
        GaugeWithCallback.builder()
                .name("trepart_database_connections")
                .help("Connections of the pool; waiting are requests that want one.")
                .labelNames("state")
                .callback(gauge -> {
                    HikariPoolMXBean state = pool.getHikariPoolMXBean();
                    gauge.call(state.getActiveConnections(), "active");
                    gauge.call(state.getIdleConnections(), "idle");
                    gauge.call(state.getThreadsAwaitingConnection(), "waiting");
                })
                .register(registry);
        GaugeWithCallback.builder()
                .name("trepart_store")
                .help("What the database says: the feed's head, its floor, open conflicts, quarantined ones, purges not acknowledged in a day.")
                .labelNames("what")
                .callback(gauge -> figures.read().forEach((what, value) -> gauge.call(value, what)))
                .register(registry);
    }

    public void request(String route, int status, long nanos) {
        requests.labelValues(route, String.valueOf(status)).observe(nanos / 1e9);
    }

    public void pushed(PushReply reply) {
        reply.outcomes().forEach(outcome -> operations.labelValues(outcome.result().name().toLowerCase(java.util.Locale.ROOT)).inc());
    }

    public byte[] text() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(out, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
