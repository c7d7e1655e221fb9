package se.trepart.central.admin;

import java.time.Duration;
import java.time.Instant;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "trim", mixinStandardHelpOptions = true, description = "Flyttar flödets golv, som databasens ägare: äldre rader tas bort ur flödet. Dokument, versioner och granskningskedja står kvar. En arbetsplats som varit borta längre hämtar allt på nytt.")
final class TrimCommand extends WithSettings {

    /** Below this a long leave of absence would already mean a new first fetch. */
    private static final int LEAST_DAYS = 90;

    @Option(names = "--days", defaultValue = "400", paramLabel = "DAGAR", description = "Så gammalt får flödet vara. Förval: ${DEFAULT-VALUE}, minst 90.")
    private int days;

    @Override
    public Integer call() {
        if (days < LEAST_DAYS) {
            throw new Settings.BadSettings("--days ska vara minst " + LEAST_DAYS + ".");
        }
        FeedFloor.Trimmed trimmed = FeedFloor.raise(owner(settings()), Instant.now().minus(Duration.ofDays(days)));
        say("Golvet är " + trimmed.floor() + ", " + trimmed.rows() + " rader togs bort.");
        return 0;
    }
}
