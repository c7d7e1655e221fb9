package se.trepart.installer.demo;

import java.nio.file.Path;
import java.util.UUID;

import javafx.application.Platform;

/** Goes through the main job and then the plan in the real windows (rundtur), one picture a step, and ends the program: 0 when all went well. */
final class Tour {

    private final DemoProgram program;
    private final Path folder;

    Tour(DemoProgram program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    void start() {
        Thread.ofPlatform().name("tour").start(() -> {
            int exit = 0;
            try {
                UUID caseId = new TourOfTheMainJob(program, folder).run();
                new TourOfThePlan(program, folder, caseId).run();
            } catch (Exception e) {
                exit = 1;
                System.err.println("Rundturen stannade: " + e.getMessage());
                e.printStackTrace();
            }
            int code = exit;
            Platform.runLater(() -> {
                program.stop();
                System.exit(code);
            });
        });
    }
}
