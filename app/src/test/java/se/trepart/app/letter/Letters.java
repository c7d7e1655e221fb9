package se.trepart.app.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import se.trepart.app.letter.LetterPage.Contact;
import se.trepart.app.letter.LetterPage.DecisionPart;
import se.trepart.app.letter.LetterPage.Law;
import se.trepart.app.letter.LetterPage.Recipient;
import se.trepart.app.letter.LetterPage.Refusal;
import se.trepart.app.letter.LetterPage.RequestPart;
import se.trepart.app.letter.LetterPage.Row;
import se.trepart.app.letter.LetterPage.Sender;
import se.trepart.app.letter.LetterPage.Sums;
import se.trepart.model.decision.Appeal;
import se.trepart.model.letter.LetterKind;

/** Letters as a good caseworker of the synthetic municipality writes them, small and large. */
final class Letters {

    static final Sender SENDER = new Sender("Exempelstads kommun", "Socialnämnden i Exempelstad", "Förvaltningsrätten i Exempelstad",
            "Storgatan 1", "123 45 Exempelstad", "010-123 45 67", "klockan 9–12 varje vardag", "ekonomi@exempelstad.se", "exempelstad.se");
    static final Recipient MARIA = new Recipient("Maria Lind", List.of("Björkvägen 3 B", "123 46 Exempelstad"), false, "");
    static final Contact ANNA = new Contact("Anna Berg", "socialsekreterare", "010-123 45 71");
    static final Law RIGHT = new Law("12\u00a0kapitlet 1\u00a0§ socialtjänstlagen (2025:400)",
            "Du har rätt till hjälp när du inte kan klara din ekonomi själv.");
    static final Law NORM = new Law("12\u00a0kapitlet 7\u00a0§ socialtjänstlagen (2025:400)",
            "Hjälpen ska täcka det du behöver för att leva, enligt en lista som är lika i hela landet.");
    private static final String BY_RIGHT = "Nämnden har gett socialsekreterare rätt att besluta om det här.";

    private Letters() {}

    /** Every kind, with a small and a large household. */
    static Map<String, LetterPage> all() {
        Map<String, LetterPage> all = new TreeMap<>();
        all.put("granted-small", granted(MARIA, 0));
        all.put("granted-large", granted(new Recipient("Marie-Louise Anastasia von Hohenstaufen-Cederström",
                List.of("Västra Järnvägspromenaden 117 C, lägenhet 1402", "123 46 Exempelstad"), false, "arabiska"), 8));
        all.put("partly-small", partly(MARIA, 2, Set.of(Appeal.Way.COURT)));
        all.put("partly-large", partly(MARIA, 8, Set.of(Appeal.Way.values())));
        all.put("refused-small", refused(MARIA, 0, Set.of(Appeal.Way.COURT)));
        all.put("refused-large", refused(MARIA, 8, Set.of(Appeal.Way.LEGALITY)));
        all.put("completion-request-small", request(MARIA, 2));
        all.put("completion-request-large", request(MARIA, 12));
        return all;
    }

    static LetterPage granted(Recipient to, int children) {
        DecisionPart part = new DecisionPart(sums(children, false).result() + "\u00a0kronor", children == 0 ? "" : "Erik Lind", children,
                aboutChildren(children), List.of(sums(children, false)), List.of(),
                "Pengarna kommer till ditt konto den 27\u00a0november 2026.", "", List.of(RIGHT, NORM), "Anna Berg, socialsekreterare,",
                "20\u00a0november 2026", BY_RIGHT, Set.of(), "", "");
        return page(LetterKind.GRANTED, to, List.of("Du har sökt jobb men inte fått något än. Dina pengar räcker inte till hyra och mat."),
                List.of("Sök jobb så som du har kommit överens med oss.", "Visa de jobb du har sökt senast den 10\u00a0december 2026."),
                part, RequestPart.NONE);
    }

    static LetterPage partly(Recipient to, int children, Set<Appeal.Way> ways) {
        List<Refusal> refusals = List.of(
                new Refusal("Hyra", "9\u00a0400\u00a0kronor", "7\u00a0900\u00a0kronor",
                        List.of("Hyran är högre än vad vi kan godta. Vi har kollat vad en lika stor lägenhet kostar här."),
                        "Kan du inte hitta en billigare bostad? Visa vad du har letat efter, så prövar vi hyran igen."),
                new Refusal("Bredband", "349\u00a0kronor", "",
                        List.of("Pengar till bredband finns redan med i det du får för mat, kläder och annat."), ""));
        DecisionPart part = new DecisionPart(sums(children, false).result() + "\u00a0kronor", "", children, aboutChildren(children),
                List.of(sums(children, false)), refusals, "Pengarna kommer till ditt konto den 27\u00a0november 2026.",
                "Den 5\u00a0november 2026 fick du läsa det vi bygger beslutet på. Vi har tagit med det du svarade.", List.of(RIGHT, NORM),
                "Anna Berg, socialsekreterare,", "20\u00a0november 2026", BY_RIGHT, ways, "24\u00a0november 2026", "15\u00a0december 2026");
        return page(LetterKind.PARTLY, to,
                List.of("Dina pengar räcker inte till hyra och mat. Därför får du hjälp.",
                        "Men vi kan inte ge dig allt du har sökt. Under nästa rubrik ser du vad."),
                List.of("Leta efter en billigare bostad. Vi träffas och går igenom det den 9\u00a0december 2026 klockan 10."), part,
                RequestPart.NONE);
    }

    static LetterPage refused(Recipient to, int children, Set<Appeal.Way> ways) {
        DecisionPart part = new DecisionPart("0\u00a0kronor", "", children, aboutChildren(children), List.of(sums(children, true)),
                List.of(), "", "Den 5\u00a0november 2026 fick du läsa det vi bygger beslutet på. Du svarade inte.", List.of(RIGHT, NORM),
                "Anna Berg, socialsekreterare,", "20\u00a0november 2026", BY_RIGHT, ways, "24\u00a0november 2026", "15\u00a0december 2026");
        return page(LetterKind.REFUSED, to, List.of("Du fick lön i oktober. Lönen räcker till det du behöver för november."),
                List.of("Ring oss om du inte kan betala hyran den 30\u00a0november 2026. Vi hjälper dig att prata med din hyresvärd."),
                part, RequestPart.NONE);
    }

    static LetterPage request(Recipient to, int papers) {
        List<String> missing = new ArrayList<>(
                List.of("Din lön för oktober 2026 (lönebesked).", "Vad som har hänt på ditt konto i oktober 2026."));
        for (int i = missing.size(); i < papers; i++) {
            missing.add("Hyresavin för " + List.of("maj", "juni", "juli", "augusti", "september").get(i % 5) + " 2026.");
        }
        return page(LetterKind.COMPLETION_REQUEST, to, List.of(), List.of(), DecisionPart.NONE, new RequestPart(missing,
                "1\u00a0december 2026", "Får vi inte det här i tid kan vi inte räkna ut vad du ska få. Då kan du få nej på din ansökan."));
    }

    private static LetterPage page(LetterKind kind, Recipient to, List<String> why, List<String> whatNow, DecisionPart part,
            RequestPart request) {
        return new LetterPage(kind, LetterPdf.TEMPLATE_VERSION, "beslut-2026-00417-2026-11.pdf", LocalDate.of(2026, 11, 20),
                "20\u00a0november 2026", "2026-00417", SENDER, to, ANNA, "november\u00a02026", "december\u00a02026", why, whatNow, part,
                request);
    }

    private static List<String> aboutChildren(int children) {
        return switch (children) {
            case 0 -> List.of();
            case 1 -> List.of("Alva går i skolan och mår bra. Hon får mat, kläder och fritid av pengarna.");
            default -> List.of("Alva och hennes syskon går i skolan och mår bra. De bor kvar hemma.",
                    "Med pengarna får de mat, kläder och något att göra på fritiden.");
        };
    }

    private static Sums sums(int children, boolean over) {
        List<Row> needs = new ArrayList<>();
        needs.add(new Row("Maria: mat, kläder och annat för en vuxen", "", "3\u00a0940"));
        for (int i = 0; i < children; i++) {
            String name = List.of("Alva", "Elsa", "Hugo", "Ali", "Świątek", "Nguyễn", "Ђорђевић", "Yılmaz").get(i);
            needs.add(
                    new Row(name + ": mat, kläder och annat för ett barn, 7–10 år", i == 1 ? "15 av månadens 30 dagar" : "", "3\u00a0820"));
        }
        needs.add(new Row("Gemensamt: tvättmedel, tidning, telefon och annat", "", "1\u00a0280"));
        needs.add(new Row("Hyra", "du sökte 9\u00a0400\u00a0kronor", "7\u00a0900"));
        needs.add(new Row("El", "", "470"));
        List<Row> has = new ArrayList<>();
        if (children > 0) {
            has.add(new Row("Barnbidrag", "", "1\u00a0250"));
        }
        has.add(new Row("Lön, Maria", over ? "" : "en fjärdedel av lönen räknas inte med", over ? "54\u00a0000" : "3\u00a0140"));
        long result = sum(needs) - sum(has);
        return new Sums(needs, number(sum(needs)), has, number(sum(has)), number(Math.abs(result)), result < 0);
    }

    private static long sum(List<Row> rows) {
        return rows.stream().mapToLong(r -> Long.parseLong(r.amount().replace("\u00a0", ""))).sum();
    }

    private static String number(long kronor) {
        return String.format(Locale.of("sv", "SE"), "%,d", kronor);
    }
}
