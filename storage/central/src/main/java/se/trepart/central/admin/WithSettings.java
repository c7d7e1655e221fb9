package se.trepart.central.admin;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command of the administrator (kommando). */
abstract class WithSettings implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--config", paramLabel = "FIL", description = "Inställningsfil. Annars TREPART_CONFIG, ./trepart-central.properties eller /etc/trepart/trepart-central.properties.")
    private @Nullable Path config;

    Settings settings() {
        return Settings.read(Optional.ofNullable(config), System.getenv());
    }

    /** As the service's own role. */
    CentralAdmin admin() {
        Settings settings = settings();
        return CentralAdmin.connect(settings.required("jdbc.url"), settings.secret("service.password"));
    }

    /** As the database's owner, for what the service's role must not be able to do. */
    static DataSource owner(Settings settings) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(settings.required("jdbc.url"));
        source.setUser(settings.required("owner.user"));
        source.setPassword(settings.secret("owner.password"));
        return source;
    }

    void say(String text) {
        line().getOut().println(text);
    }

    void complain(String text) {
        line().getErr().println(text);
    }

    private CommandLine line() {
        if (spec == null) {
            throw new IllegalStateException("not run from the command line");
        }
        return spec.commandLine();
    }
}
