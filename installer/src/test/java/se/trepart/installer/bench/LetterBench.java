package se.trepart.installer.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import se.trepart.app.letter.LetterPage;
import se.trepart.app.letter.LetterPdf;
import se.trepart.app.letter.LetterWriter;
import se.trepart.installer.demo.DemoMunicipality;
import se.trepart.model.Document;
import se.trepart.model.access.Staff;
import se.trepart.model.application.Application;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.control.Settings;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionReason;
import se.trepart.model.decision.Statutes;
import se.trepart.model.letter.Letter;
import se.trepart.model.norm.Calculation;

import com.sun.management.OperatingSystemMXBean;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Writes the demo municipality's decision letters as PDF files and tells what the whole process took; with {@code -Dletters.rival=DIR} writes
 * the same letters for a word processor instead. {@code installer/bench/letters.sh} runs both in turn.
 */
final class LetterBench {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private LetterBench() {}

    public static void main(String[] none) throws IOException {
        int count = Integer.getInteger("letters.count", 500);
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        // to invent the demo municipality is no part of writing letters; that Java begins is
        long before = system.getProcessCpuTime();
        List<LetterPage> pages = pages();
        long invented = system.getProcessCpuTime() - before;
        String rival = System.getProperty("letters.rival");
        if (rival != null) {
            LetterPdf pdf = new LetterPdf();
            for (int i = 0; i < count; i++) {
                Files.writeString(Path.of(rival, "letter-%03d.fodt".formatted(i)), FlatOdf.of(pdf.html(pages.get(i % pages.size()))));
            }
            return;
        }
        Path out = Path.of(System.getProperty("letters.out"));
        long start = System.nanoTime();
        LetterPdf pdf = new LetterPdf();
        double first = 0;
        long sheets = 0;
        for (int i = 0; i < count; i++) {
            byte[] written = pdf.render(pages.get(i % pages.size()));
            if (i == 0) {
                first = (System.nanoTime() - start) / 1e9;
            }
            Files.write(out.resolve("letter-%03d.pdf".formatted(i)), written);
        }
        double cpu = (system.getProcessCpuTime() - invented) / 1e9;
        for (int i = 0; i < Math.min(count, pages.size()); i++) {
            try (PDDocument one = Loader.loadPDF(out.resolve("letter-%03d.pdf".formatted(i)).toFile())) {
                sheets += one.getNumberOfPages();
            }
        }
        System.out.printf(Locale.ROOT, "FIGURES %.2f %.2f %d %d%n", cpu, first, sheets, Math.min(count, pages.size()));
    }

    private static List<LetterPage> pages() {
        DemoMunicipality demo = DemoMunicipality.of(2026, TODAY);
        Map<UUID, Document> byId = new HashMap<>();
        Map<UUID, Household> households = new HashMap<>();
        demo.documents().forEach(document -> {
            byId.put(document.id(), document);
            if (document instanceof Household household) {
                households.put(household.caseId(), household);
            }
        });
        List<Settings> settings = demo.documents().stream().filter(Settings.class::isInstance).map(Settings.class::cast).toList();
        Map<UUID, Staff> staff = new HashMap<>();
        demo.staff().forEach(one -> staff.put(one.id(), one));
        LetterWriter writer = new LetterWriter(Statutes.shipped(), DecisionReason.shipped());
        List<LetterPage> pages = new ArrayList<>();
        for (Document document : demo.documents()) {
            if (document instanceof Letter letter && byId.get(letter.aboutId()) instanceof Decision decision
                    && byId.get(decision.applicationId()) instanceof Application application
                    && byId.get(letter.caseId()) instanceof CaseFile file) {
                Calculation calculation = (Calculation) Optional.ofNullable(decision.calculationId()).map(byId::get).orElse(null);
                LetterWriter.Occasion occasion = new LetterWriter.Occasion(letter, file, households.get(letter.caseId()),
                        Settings.at(settings, letter.writtenOn()), staff.get(letter.writtenBy()), "");
                LetterPage page = writer.decision(occasion, application, decision, calculation, staff.get(decision.decidedBy()));
                if (page.missing().isEmpty()) {
                    pages.add(page);
                }
            }
        }
        return pages;
    }
}
