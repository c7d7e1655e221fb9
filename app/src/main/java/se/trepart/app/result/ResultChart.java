package se.trepart.app.result;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;

import se.trepart.app.result.ResultSheet.Bar;
import se.trepart.app.result.ResultSheet.Bars;

/** Lying bars, each with its name and its number in words beside it (stapeldiagram): nothing is told by colour. Its table stands below. */
final class ResultChart extends BarChart<Number, String> {

    private static final double BAR = 34;
    private static final double AROUND = 64;

    ResultChart(Bars bars) {
        super(numbers(), names(bars.bars()));
        getStyleClass().add("result-chart");
        setTitle(bars.title());
        setAccessibleText(bars.words());
        setAnimated(false);
        setLegendVisible(false);
        setVerticalGridLinesVisible(false);
        setHorizontalGridLinesVisible(false);
        XYChart.Series<Number, String> series = new XYChart.Series<>();
        bars.bars().forEach(bar -> series.getData().add(new XYChart.Data<>(bar.value(), bar.name())));
        getData().add(series);
        setPrefHeight(bars.bars().size() * BAR + AROUND);
        setMinHeight(USE_PREF_SIZE);
        setMaxHeight(USE_PREF_SIZE);
    }

    private static NumberAxis numbers() {
        NumberAxis axis = new NumberAxis();
        axis.setTickLabelsVisible(false);
        axis.setTickMarkVisible(false);
        axis.setMinorTickVisible(false);
        axis.setOpacity(0);
        return axis;
    }

    /** The first on top. */
    private static CategoryAxis names(List<Bar> bars) {
        CategoryAxis axis = new CategoryAxis(FXCollections.observableList(bars.reversed().stream().map(Bar::name).toList()));
        axis.setTickMarkVisible(false);
        return axis;
    }
}
