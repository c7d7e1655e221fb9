package se.trepart.app.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import se.trepart.app.language.LetterCase;
import se.trepart.app.letter.LetterPage.Contact;
import se.trepart.app.letter.LetterPage.Law;
import se.trepart.app.letter.LetterPage.Recipient;
import se.trepart.app.letter.LetterPage.Refusal;
import se.trepart.app.letter.LetterPage.Row;
import se.trepart.app.letter.LetterPage.Sender;
import se.trepart.app.letter.LetterPage.Sums;
import se.trepart.model.control.Brand;
import se.trepart.model.decision.Appeal;
import se.trepart.model.letter.LetterKind;

/**
 * Letters as a good caseworker of an invented municipality writes them to invented people, small and large (exempelbrev): every kind, to try
 * templates with and to look at.
 */
final class Letters {

    static final Sender SENDER = new Sender("Exempelstads kommun", "Socialnämnden i Exempelstad", "Förvaltningsrätten i Exempelstad",
            "Storgatan 1", "123 45 Exempelstad", "010-123 45 67", "klockan 9–12 varje vardag", "ekonomi@exempelstad.se", "exempelstad.se",
            Brand.PLAIN);
    static final Recipient MARIA = new Recipient("Maria Lind", List.of("Björkvägen 3 B", "123 46 Exempelstad"), false, "");
    static final Contact ANNA = new Contact("Anna Berg", "socialsekreterare", "010-123 45 71");
    static final Law RIGHT = new Law("12\u00a0kapitlet 1\u00a0§ socialtjänstlagen (2025:400)",
            "Du har rätt till hjälp när du inte kan klara din ekonomi själv.");
    static final Law NORM = new Law("12\u00a0kapitlet 7\u00a0§ socialtjänstlagen (2025:400)",
            "Hjälpen ska täcka det du behöver för att leva, enligt en lista som är lika i hela landet.");
    private static final String NOTICED = "Den 1\u00a0november 2026 skrev vi till dig om det här. Du kunde svara fram till den 15\u00a0november 2026.";
    private static final String BY_RIGHT = "Nämnden har gett socialsekreterare rätt att ta det.";

    private Letters() {}

    /** Every kind; those that can be long with a small and a large household. */
    static Map<String, LetterPage> all() {
        Map<String, LetterPage> all = new TreeMap<>();
        all.put("granted-small", granted(MARIA, 0));
        all.put("granted-large", granted(new Recipient("Marie-Louise Anastasia von Hohenstaufen-Cederström",
                List.of("Västra Järnvägspromenaden 117 C, lägenhet 1402", "123 46 Exempelstad"), false, "arabiska"), 8));
        all.put("granted-large-print", inLargePrint(granted(MARIA, 2)));
        all.put("partly-small", partly(MARIA, 2, Set.of(Appeal.Way.COURT), List.of()));
        all.put("partly-large", partly(MARIA, 8, Set.of(Appeal.Way.values()), List.of()));
        all.put("partly-two-decisions", partly(MARIA, 1, Set.of(Appeal.Way.values()), List.of(FURNITURE)));
        all.put("refused-small", refused(MARIA, 0, Set.of(Appeal.Way.COURT), List.of()));
        all.put("refused-large", refused(MARIA, 8, Set.of(Appeal.Way.LEGALITY), List.of()));
        all.put("refused-two-decisions", refused(MARIA, 2, Set.of(Appeal.Way.COURT), List.of(EMERGENCY)));
        all.put("completion-request-small", request(MARIA, 2));
        all.put("completion-request-large", request(MARIA, 12));
        all.put("dismissed", dismissed());
        all.put("withdrawn", withdrawn());
        all.put("communication",
                page(LetterKind.COMMUNICATION, List.of("Lönen räcker till det du behöver. Det kan betyda att du får nej."), List.of(),
                        new LetterBody.Told(
                                List.of("Vi har frågat Försäkringskassan och Skatteverket om dina pengar.",
                                        "Du fick 14\u00a0200\u00a0kronor i lön den 25\u00a0oktober 2026. Lönen stod inte i din ansökan."),
                                "4\u00a0december 2026", List.of(new Law("25\u00a0§ förvaltningslagen (2017:900)",
                                        "Du ska få läsa det vi har och svara innan vi bestämmer.")))));
        all.put("referral-copy",
                page(LetterKind.REFERRAL_COPY, List.of(), List.of("Ring enheten om du blir sjuk."), new LetterBody.Referred(
                        "2\u00a0november 2026", List.of("Maria behöver hjälp att hitta jobb. Hon har jobbat i kök i två år."),
                        List.of("Du vill jobba i kök igen. De kan hjälpa dig att hitta en plats."),
                        List.of("Maria har ett jobb på minst halvtid i maj 2027."),
                        List.of("Du träffar en coach varje vecka. Ni skriver en plan ihop."),
                        List.of("Kommer du inte dit, och inte har ett gott skäl, kan du få mindre pengar."), "16\u00a0november 2026")));
        all.put("caseworker-change",
                page(LetterKind.CASEWORKER_CHANGE, List.of("Karin Ek har fått ett nytt jobb."),
                        List.of("Du behöver inte göra något nu. Spara det nya namnet och numret."),
                        new LetterBody.Changed("Anna Berg", "socialsekreterare", "1\u00a0december 2026")));
        all.put("confirmation",
                page(LetterKind.CONFIRMATION, List.of(),
                        List.of("Du behöver inte göra något nu. Svara om vi ringer eller skriver till dig."),
                        new LetterBody.Received("3\u00a0november 2026", "20\u00a0november 2026", List.of())));
        all.put("delay", page(LetterKind.DELAY, List.of("Vi väntar på svar från Försäkringskassan. De behöver två veckor till."),
                List.of("Ring oss om du undrar över något."), new LetterBody.Received("3\u00a0november 2026", "4\u00a0december 2026", List
                        .of(new Law("11\u00a0§ förvaltningslagen (2017:900)", "Vi ska säga till dig när svaret dröjer, och varför.")))));
        all.put("own",
                page(LetterKind.OWN,
                        List.of("Du frågade om du kan få hjälp att flytta. Det kan du.", "Ring oss, så går vi igenom vad det kostar."),
                        List.of("Ring Anna Berg senast den 4\u00a0december 2026."), new LetterBody.Own("hjälp att flytta")));
        all.put("recovery-notice", recovery(LetterKind.RECOVERY_NOTICE, List.of()));
        all.put("recovery-of-advance", advance());
        all.put("recovery", recovery(LetterKind.RECOVERY, List.of("Betala till bankgiro 123-4567. Skriv 2026-00417 på betalningen.")));
        all.putAll(EasyLetters.of(all));
        return all;
    }

    /** What the plain-language check knows of such a letter. */
    static LetterCase about(LetterPage page) {
        int children = page.body() instanceof LetterBody.Decided made ? made.childCount() : -1;
        return new LetterCase(page.kind(), page.sender().board(), children, List.of("Alva", page.recipient().name()), List.of(),
                page.easy());
    }

    private static final Refusal FURNITURE = new Refusal("Möbler", "Du sökte 4\u00a0000\u00a0kronor. Du får inget för det.",
            List.of("Du behöver inte det här just nu."), List.of("Du har en säng och ett bord som du kan ta med dig."));
    static final Refusal EMERGENCY = new Refusal("Mat till månadens slut", "Du sökte 1\u00a0200\u00a0kronor. Du får inget för det.",
            List.of("Du kan få det du behöver på ett annat sätt."),
            List.of("Du har 2\u00a0300\u00a0kronor kvar på ditt konto. Därför är du inte i en nödsituation nu."));

    static LetterPage granted(Recipient to, int children) {
        return page(LetterKind.GRANTED, to, List.of("Du har sökt jobb men inte fått något än. Dina pengar räcker inte till hyra och mat."),
                List.of("Sök jobb så som du har kommit överens med oss.", "Visa de jobb du har sökt senast den 10\u00a0december 2026."),
                decided(sums(children, false).result() + "\u00a0kronor", children == 0 ? "" : "Erik Lind", children,
                        List.of(sums(children, false)), List.of(), List.of(), "Pengarna kommer till ditt konto den 27\u00a0november 2026.",
                        "", Set.of()));
    }

    static LetterPage partly(Recipient to, int children, Set<Appeal.Way> ways, List<Refusal> second) {
        List<Refusal> refusals = List.of(
                new Refusal("Hyra", "Du sökte 9\u00a0400\u00a0kronor. Du får 7\u00a0900\u00a0kronor av det.",
                        List.of("Hyran är högre än vad vi kan godta. Vi har kollat vad en lika stor lägenhet kostar här."),
                        List.of("Kan du inte hitta en billigare bostad? Visa vad du har letat efter, så prövar vi hyran igen.")),
                new Refusal("Bredband", "Du sökte 349\u00a0kronor. Du får inget för det.",
                        List.of("Pengar till bredband finns redan med i det du får för mat, kläder och annat."), List.of()));
        return page(LetterKind.PARTLY, to,
                List.of("Dina pengar räcker inte till hyra och mat. Därför får du hjälp.", "Men vi kan inte ge dig allt du har sökt."),
                List.of("Leta efter en billigare bostad. Vi träffas och går igenom det den 9\u00a0december 2026 klockan 10."),
                decided(sums(children, false).result() + "\u00a0kronor", "", children, List.of(sums(children, false)), refusals, second,
                        "Pengarna kommer till ditt konto den 27\u00a0november 2026.",
                        "Den 5\u00a0november 2026 fick du läsa det vi bygger beslutet på. Vi har tagit med det du svarade.", ways));
    }

    static LetterPage refused(Recipient to, int children, Set<Appeal.Way> ways, List<Refusal> second) {
        return page(LetterKind.REFUSED, to, List.of("Du fick lön i oktober. Lönen räcker till det du behöver för november."),
                List.of("Ring oss om du inte kan betala hyran den 30\u00a0november 2026. Vi hjälper dig att prata med din hyresvärd."),
                decided("0\u00a0kronor", "", children, List.of(sums(children, true)), List.of(), second, "",
                        "Den 5\u00a0november 2026 fick du läsa det vi bygger beslutet på. Du svarade inte.", ways));
    }

    static LetterPage request(Recipient to, int papers) {
        List<String> missing = new ArrayList<>(
                List.of("Din lön för oktober 2026 (lönebesked).", "Vad som har hänt på ditt konto i oktober 2026."));
        for (int i = missing.size(); i < papers; i++) {
            missing.add("Hyresavin för " + List.of("maj", "juni", "juli", "augusti", "september").get(i % 5) + " 2026.");
        }
        return page(LetterKind.COMPLETION_REQUEST, to, List.of(), List.of(), new LetterBody.Asked(missing, "1\u00a0december 2026",
                "Får vi inte det här i tid kan vi inte räkna ut vad du ska få. Då kan du få nej på din ansökan."));
    }

    private static LetterPage dismissed() {
        LetterBody.Decided made = decided("0\u00a0kronor", "", 0, List.of(), List.of(), List.of(), "", "", Set.of(Appeal.Way.COURT));
        return page(LetterKind.DISMISSED,
                List.of("Vi har bett dig om din lön och din hyra för oktober. Du skulle ha svarat senast den 10\u00a0november 2026.",
                        "Vi har inte fått något svar. Därför vet vi inte om du behöver hjälp."),
                List.of("Lämna in lönen och hyran när du söker igen."), made);
    }

    private static LetterPage withdrawn() {
        LetterBody.Decided made = decided("0\u00a0kronor", "", 0, List.of(), List.of(), List.of(), "", "", Set.of());
        return page(LetterKind.WITHDRAWN, List.of("Du ringde oss den 18\u00a0november 2026. Då sa du att du har fått jobb."),
                List.of("Du behöver inte göra något nu. Spara brevet."), made);
    }

    private static LetterPage recovery(LetterKind kind, List<String> whatNow) {
        List<Law> laws = List.of(new Law("33\u00a0kapitlet 1\u00a0§ socialtjänstlagen (2025:400)",
                "Den som får för mycket pengar på grund av fel uppgifter kan få betala tillbaka."));
        return page(kind,
                List.of("Du fick lön i juni och juli. Den stod inte i dina ansökningar.",
                        "Lönen var 1\u00a0500\u00a0kronor i månaden. Två månader blir 3\u00a0000\u00a0kronor."),
                whatNow,
                new LetterBody.Reclaimed("3\u00a0000\u00a0kronor", "3\u00a0000\u00a0kronor", "", true, "juni och juli 2026",
                        "15\u00a0december 2026", kind == LetterKind.RECOVERY ? NOTICED : "", List.of(), laws,
                        kind == LetterKind.RECOVERY ? "Lena Ström, enhetschef," : "", "20\u00a0november 2026",
                        "Nämnden har gett enhetschefer rätt att ta det."));
    }

    static LetterBody.Decided decided(String amount, String together, int children, List<Sums> sums, List<Refusal> refusals,
            List<Refusal> all, String payment, String material, Set<Appeal.Way> ways) {
        boolean court = ways.contains(Appeal.Way.COURT);
        // the sample that is tried as an emergency is told as one, the others as help beyond the right
        List<Refusal> emergency = all.contains(EMERGENCY) ? all : List.of();
        List<Refusal> second = all.contains(EMERGENCY) ? List.of() : all;
        return new LetterBody.Decided(amount, together, children, aboutChildren(children), sums, refusals, second, emergency, payment,
                material, List.of(RIGHT, NORM), "Anna Berg, socialsekreterare,", "20\u00a0november 2026", BY_RIGHT, ways,
                court ? "24\u00a0november 2026" : "", court ? "15\u00a0december 2026" : "");
    }

    private static LetterPage page(LetterKind kind, List<String> why, List<String> whatNow, LetterBody body) {
        return page(kind, MARIA, why, whatNow, body);
    }

    private static LetterPage page(LetterKind kind, Recipient to, List<String> why, List<String> whatNow, LetterBody body) {
        return new LetterPage(kind, LetterPdf.TEMPLATE_VERSION, kind.fileStem() + "-2026-00417-2026-11.pdf", LocalDate.of(2026, 11, 20),
                "20\u00a0november 2026", "2026-00417", SENDER, to, ANNA, "november\u00a02026", "december\u00a02026", why, whatNow, false,
                body);
    }

    /** The plainest letter, as another municipality would send it. */
    static LetterPage from(Sender sender) {
        LetterPage p = granted(MARIA, 0);
        return new LetterPage(p.kind(), p.templateVersion(), p.fileName(), p.writtenOn(), p.date(), p.caseNumber(), sender, p.recipient(),
                p.contact(), p.period(), p.nextPeriod(), p.why(), p.whatNow(), p.large(), p.easy(), p.body());
    }

    private static LetterPage inLargePrint(LetterPage page) {
        return looking(page, true, false, page.why(), page.whatNow(), page.body());
    }

    /** The same letter with another look, other texts and another body. */
    static LetterPage looking(LetterPage p, boolean large, boolean easy, List<String> why, List<String> whatNow, LetterBody body) {
        return new LetterPage(p.kind(), p.templateVersion(), p.fileName(), p.writtenOn(), p.date(), p.caseNumber(), p.sender(),
                p.recipient(), p.contact(), p.period(), p.nextPeriod(), why, whatNow, large, easy, body);
    }

    /** Aid that was right, given while the reader waited for money from somebody else. */
    private static LetterPage advance() {
        LetterPage too = recovery(LetterKind.RECOVERY, List.of("Betala till bankgiro 123-4567. Skriv 2026-00417 på betalningen."));
        return looking(too, false, false, List.of("Du väntade på pengar från Försäkringskassan. De kom den 2\u00a0november 2026."),
                too.whatNow(),
                new LetterBody.Reclaimed("3\u00a0000\u00a0kronor", "2\u00a0000\u00a0kronor", "1\u00a0000\u00a0kronor", false,
                        "oktober 2026", "15\u00a0december 2026", NOTICED, List.of(),
                        List.of(new Law("33\u00a0kapitlet 2–3\u00a0§§ socialtjänstlagen (2025:400)",
                                "Väntade du på pengar från någon annan kan du få betala tillbaka det vi gav så länge.")),
                        "Lena Ström, enhetschef,", "20\u00a0november 2026", "Nämnden har gett enhetschefer rätt att ta det."));
    }

    private static List<String> aboutChildren(int children) {
        return switch (children) {
            case 0 -> List.of();
            case 1 -> List.of("Alva går i skolan och mår bra. Hon får mat, kläder och fritid av pengarna.");
            default -> List.of("Alva och hennes syskon går i skolan och mår bra. De bor kvar hemma.",
                    "Med pengarna får de mat, kläder och något att göra på fritiden.");
        };
    }

    static Sums sums(int children, boolean over) {
        List<Row> needs = new ArrayList<>();
        needs.add(new Row("Maria: mat, kläder och annat för en vuxen", "", "3\u00a0940"));
        for (int i = 0; i < children; i++) {
            String name = List.of("Alva", "Elsa", "Hugo", "Ali", "Świątek", "Nguyễn", "Ђорђевић", "Yılmaz").get(i);
            boolean half = i == 1;
            needs.add(new Row(name + ": mat, kläder och annat för ett barn 7\u00a0till\u00a010\u00a0år",
                    half ? "bor här 15 av månadens 30 dagar" : "", half ? "1\u00a0910" : "3\u00a0820"));
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
