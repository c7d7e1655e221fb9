package se.trepart.model.decision;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import se.trepart.model.Table;

/** The table of statutes: which law is the ground of a matter on a date. R15. */
public final class Statutes {

    public static final String CHILD = "barnets bästa";
    public static final String RIGHT = "rätt till försörjningsstöd och levnadskostnader i övrigt";
    public static final String BEYOND_RIGHT = "ekonomiskt bistånd utöver rätten";
    public static final String REDUCTION = "neka eller sätta ned";
    public static final String RECOVERY = "återkrav vid oriktiga uppgifter";
    public static final String APPEAL = "överklagande";
    public static final String APPEAL_TIME = "överklagandetid";
    public static final String LEGALITY = "laglighetsprövning";
    public static final String COMPLETION = "komplettering";
    public static final String COMMUNICATION = "kommunicering";
    public static final String SPEAK = "rätt att lämna uppgift muntligt inför nämnden";
    public static final String DISMISSAL = "avvisning";
    public static final String DELAY = "dröjsmål";
    public static final String ASK_FOR_DECISION = "begäran om beslut";
    public static final String COURT_CLAIM = "talan om återkrav";
    public static final String WAIVER = "eftergift";

    private final List<Statute> statutes;

    public Statutes(List<Statute> statutes) {
        this.statutes = List.copyOf(statutes);
    }

    public static Statutes shipped() {
        return new Statutes(Table.read(Statutes.class, "statutes.csv")
                .stream()
                .map(row -> new Statute(row.text("matter"), LocalDate.parse(row.text("from")), row.text("law"), row.text("section"),
                        row.yes("verified"), row.text("words")))
                .toList());
    }

    public List<Statute> all() {
        return statutes;
    }

    /**
     * The ground of a matter by date: the day of the decision; for a recovery the day the aid was granted, because the old law holds for
     * what was granted under it (R15).
     */
    public Optional<Statute> ground(String matter, LocalDate date) {
        return statutes.stream()
                .filter(statute -> statute.matter().equals(matter) && !statute.from().isAfter(date))
                .max(Comparator.comparing(Statute::from));
    }

    /** The matter in the table that a decision's matter rests on; empty for what is no ground of its own. */
    public static Optional<String> matter(DecisionMatter matter) {
        return switch (matter) {
            case SUPPORT, OTHER_LIVING_COSTS, HOUSING_OVER_LEVEL, EMERGENCY -> Optional.of(RIGHT);
            case BEYOND_RIGHT -> Optional.of(BEYOND_RIGHT);
            case REDUCTION -> Optional.of(REDUCTION);
            case RECOVERY, COURT_CLAIM -> Optional.of(RECOVERY);
            case REFUSAL -> Optional.empty();
        };
    }
}
