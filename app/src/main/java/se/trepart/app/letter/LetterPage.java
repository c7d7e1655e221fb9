package se.trepart.app.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import se.trepart.model.decision.Appeal;
import se.trepart.model.letter.LetterKind;

/**
 * What one letter says, every amount, date and name already as it is read (brevets innehåll). The sentences around them are the template's.
 *
 * @param fileName without personal data, such as {@code beslut-2026-00417-2026-11.pdf}
 * @param period the month it is about: november 2026
 * @param nextPeriod the month after
 * @param why the reasons, a paragraph each
 * @param whatNow what the reader does next, a step each
 * @param decision empty for a completion request
 * @param request empty for a decision
 */
public record LetterPage(LetterKind kind, String templateVersion, String fileName, LocalDate writtenOn, String date, String caseNumber,
        Sender sender, Recipient recipient, Contact contact, String period, String nextPeriod, List<String> why, List<String> whatNow,
        DecisionPart decision, RequestPart request) {

    /** Who writes: the municipality and its board. {@code place} is the postal code and city. */
    public record Sender(String municipality, String board, String court, String street, String place, String phone, String phoneHours,
            String email, String website) {}

    /**
     * Who reads.
     *
     * @param address lines under the name; empty for protected identity (R34)
     * @param interpreter the language an interpreter is needed for; empty when none is
     */
    public record Recipient(String name, List<String> address, boolean protectedIdentity, String interpreter) {

        @Override
        public String toString() {
            return "Recipient[…]";
        }
    }

    /** Whom to ask. */
    public record Contact(String name, String title, String phone) {}

    /** One row of the calculation; {@code note} stands under the label in small type, empty for most. */
    public record Row(String label, String note, String amount) {}

    /**
     * The calculation as the reader follows it.
     *
     * @param result what is lacking, or what there is too much of; never negative
     * @param over the household has more than it needs
     */
    public record Sums(List<Row> needs, String needed, List<Row> has, String had, String result, boolean over) {}

    /**
     * One thing the letter says no to, wholly or in part.
     *
     * @param granted empty when nothing of it is granted
     * @param whatWouldChange what could make the answer another; may be empty
     */
    public record Refusal(String what, String applied, String granted, List<String> why, String whatWouldChange) {}

    /** A provision that was followed and what it says in plain words. */
    public record Law(String citation, String says) {}

    /**
     * What a decision letter says.
     *
     * @param amount granted in all: 8 814 kronor
     * @param together the co-applicant's name; empty when alone
     * @param childCount children in the household
     * @param children how the children were considered, a paragraph each; empty when there are none
     * @param payment when and how the money comes, a whole sentence; may be empty
     * @param material that the applicant was told of the material before (R18), whole sentences; may be empty
     * @param decidedBy name and title of the one who decided
     * @param byRight by what right, a whole sentence
     * @param ways how it can be appealed (R19); empty when it grants all that was applied for
     * @param lastDay the last day to appeal; empty when there is no appeal to the court
     * @param receivedDay the day the letter is counted as received
     */
    public record DecisionPart(String amount, String together, int childCount, List<String> children, List<Sums> sums,
            List<Refusal> refusals, String payment, String material, List<Law> laws, String decidedBy, String decidedOn, String byRight,
            Set<Appeal.Way> ways, String receivedDay, String lastDay) {

        public static final DecisionPart NONE = new DecisionPart("", "", 0, List.of(), List.of(), List.of(), "", "", List.of(), "", "", "",
                Set.of(), "", "");

        public DecisionPart {
            children = List.copyOf(children);
            sums = List.copyOf(sums);
            refusals = List.copyOf(refusals);
            laws = List.copyOf(laws);
            ways = Set.copyOf(ways);
        }

        public boolean toCourt() {
            return ways.contains(Appeal.Way.COURT);
        }

        public boolean toLegality() {
            return ways.contains(Appeal.Way.LEGALITY);
        }
    }

    /** What a completion request asks for (begäran om komplettering). */
    public record RequestPart(List<String> missing, String dueOn, String consequence) {

        public static final RequestPart NONE = new RequestPart(List.of(), "", "");

        public RequestPart {
            missing = List.copyOf(missing);
        }
    }

    public LetterPage {
        why = List.copyOf(why);
        whatNow = List.copyOf(whatNow);
    }

    /** What this kind of letter must have and this one lacks, as the caseworker calls it; empty when it can be written. */
    public List<String> missing() {
        List<String> lacks = new ArrayList<>();
        need(lacks, "kommunens namn", sender.municipality());
        need(lacks, "nämndens namn", sender.board());
        need(lacks, "kommunens adress", sender.street(), sender.place());
        need(lacks, "kommunens telefon", sender.phone());
        need(lacks, "mottagarens namn", recipient.name());
        need(lacks, "ärendenummer", caseNumber);
        need(lacks, "brevets datum", date);
        need(lacks, "månaden", period);
        need(lacks, "handläggarens namn", contact.name());
        if (kind == LetterKind.COMPLETION_REQUEST) {
            need(lacks, "det som ska lämnas in", request.missing());
            need(lacks, "sista dag", request.dueOn());
            need(lacks, "vad som händer annars", request.consequence());
            return lacks;
        }
        need(lacks, "varför", why);
        need(lacks, "vad du ska göra nu", whatNow);
        need(lacks, "belopp", decision.amount());
        need(lacks, "lagrum", decision.laws().stream().map(Law::citation).toList());
        need(lacks, "vem som beslutade", decision.decidedBy());
        need(lacks, "datum för beslutet", decision.decidedOn());
        need(lacks, "med vilken rätt", decision.byRight());
        if (decision.childCount() > 0) {
            need(lacks, "hur beslutet påverkar barnen", decision.children());
        } else if (!decision.children().isEmpty()) {
            lacks.add("barn i hushållet (brevet har en text om barn)");
        }
        if (kind != LetterKind.REFUSED && decision.sums().isEmpty()) {
            lacks.add("beräkning");
        }
        if (kind == LetterKind.PARTLY) {
            need(lacks, "det brevet säger nej till", decision.refusals().stream().map(Refusal::what).toList());
            decision.refusals().stream().filter(r -> blank(r.why())).forEach(r -> lacks.add("skäl till nej för " + r.what()));
        }
        if (kind != LetterKind.GRANTED && decision.ways().isEmpty()) {
            lacks.add("hur beslutet överklagas");
        }
        if (!decision.ways().isEmpty()) {
            need(lacks, "domstolens namn", sender.court());
        }
        if (decision.toCourt()) {
            need(lacks, "sista dag att överklaga", decision.receivedDay(), decision.lastDay());
        }
        return lacks;
    }

    /** What the print queue shows: nothing at all of a protected case (R34). */
    public String queueName() {
        return recipient.protectedIdentity() ? "Brev" : fileName;
    }

    private static void need(List<String> lacks, String what, String... values) {
        if (blank(List.of(values))) {
            lacks.add(what);
        }
    }

    private static void need(List<String> lacks, String what, List<String> values) {
        if (blank(values)) {
            lacks.add(what);
        }
    }

    private static boolean blank(List<String> values) {
        return values.isEmpty() || values.stream().anyMatch(String::isBlank);
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "LetterPage[" + kind + "]";
    }
}
