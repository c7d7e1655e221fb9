package se.trepart.installer.demo;

import java.util.List;
import java.util.Map;

/** What people write in the demo office's plans (texter i planeringen). */
final class DemoPlanWords {

    static final List<String> GOALS = List.of("Jobba i storkök", "Ett arbete på lager eller i butik", "Läsa till undersköterska",
            "Klara mig på min egen lön", "Arbete minst halvtid", "Bli klar med svenska på grundnivå och söka arbete",
            "Körkort och arbete som chaufför", "Tillbaka till arbete efter sjukdomen");
    static final List<String> PART_GOALS = List.of("Ett cv som stämmer", "Tre arbetsintyg", "Prata svenska en hel arbetsdag",
            "Ta en egen kontakt med en arbetsgivare", "Orka 30 timmar i veckan", "Söka en utbildning");
    static final List<String> NEEDS = List.of("Behöver hjälp att hitta en plats att pröva på arbete.",
            "Har varit länge utan arbete och behöver stöd att komma i gång.", "Behöver mer svenska för att kunna arbeta.",
            "Vill arbeta men vet inte med vad.", "Behöver en plats där det går att öka timmarna lite i taget.");
    static final List<String> AID_REMINDERS = List.of("Fråga efter beslut från Försäkringskassan", "Begär nytt hyreskontrakt",
            "Se över barnomsorgsavgiften");
    static final List<String> PLAN_REMINDERS = List.of("Ring handledaren om timmarna", "Hör med Vuxenskolan om kursstart",
            "Beställ arbetskläder", "Skriv arbetsintyg");
    static final List<String> INVALID_NOTES = List.of("Kom inte och hörde inte av sig.", "Gick hem efter en halvtimme utan att säga till.",
            "Kom inte. Svarar inte på telefon.");
    static final List<String> EXCUSES = List.of("Bussen var inställd. Vi har gått igenom hur frånvaro anmäls.",
            "Hade missförstått schemat. Ett samtal räcker den här gången.", "Glömde anmäla sjukt barn. Intyg från skolan har kommit.");

    /** places by kind of action; what the municipality offers */
    private static final Map<String, List<String>> PLACES = Map.ofEntries(Map.entry("mapping", List.of("Jobbcentrum")),
            Map.entry("job-search", List.of("Jobbcentrum")), Map.entry("internship", List.of("Skolköket", "Skolköket", "Exempelbostäder")),
            Map.entry("work-training", List.of("Återbruket", "Återbruket", "Parkenheten")),
            Map.entry("language-practice", List.of("Kyrkans café")), Map.entry("sfi", List.of("Vuxenskolan")),
            Map.entry("civic", List.of("Medborgarhuset")), Map.entry("health", List.of("Friskhuset")),
            Map.entry("municipal-employment", List.of("Återbruket")), Map.entry("adult-education", List.of("Vuxenskolan")),
            Map.entry("vocational", List.of("Vuxenskolan")));
    private static final Map<String, List<String>> STEPS = Map.of("mapping",
            List.of("Gå igenom vad du kan och vill", "Prova på två platser", "Skriv ihop vad ni kommit fram till"), "job-search",
            List.of("Skriv cv", "Sök fem jobb i veckan", "Öva intervju"), "internship",
            List.of("Studiebesök på platsen", "Lär dig rutinerna", "Arbeta självständigt ett pass"));
    private static final List<String> OTHER_STEPS = List.of("Första dagen med handledare", "Avstämning efter halva tiden", "Arbetsintyg");

    private DemoPlanWords() {}

    static List<String> places(String kind) {
        return PLACES.getOrDefault(kind, List.of("Jobbcentrum"));
    }

    static List<String> steps(String kind) {
        return STEPS.getOrDefault(kind, OTHER_STEPS);
    }
}
