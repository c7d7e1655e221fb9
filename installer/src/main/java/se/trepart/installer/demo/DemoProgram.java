package se.trepart.installer.demo;

import javafx.application.Application;
import javafx.stage.Stage;

public final class DemoProgram extends Application {
    @Override
    public void start(Stage stage) {}
}
