package se.trepart.app.letter;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.layout.Pane;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

import se.trepart.app.language.Weight;

/** A text area with lines under some of its words (understrykningar): a wave for a block, dashes for a warning, dots for a note. */
final class MarkedTextSkin extends TextAreaSkin {

    private static final double WAVE = 2;
    private static final double EDGE = 2;

    private final TextArea area;
    private final Pane lines = new Pane();
    private final Map<Weight, Path> drawn = new EnumMap<>(Weight.class);
    private final Rectangle clip = new Rectangle();
    private final Text words;
    private List<Remark> marks = List.of();
    /** the text that the marks were made for */
    private String marked = "";

    MarkedTextSkin(TextArea area) {
        super(area);
        this.area = area;
        for (Weight weight : Weight.values()) {
            Path path = new Path();
            path.getStyleClass().addAll(LetterStyles.MARK, weight.name().toLowerCase(Locale.ROOT));
            path.setManaged(false);
            drawn.put(weight, path);
        }
        lines.getChildren().addAll(drawn.values());
        lines.setManaged(false);
        lines.setMouseTransparent(true);
        lines.setClip(clip);
        getChildren().add(lines);
        words = words();
        // whatever moves the words moves the lines: typing, wrapping, scrolling
        words.layoutBoundsProperty().addListener((_, _, _) -> draw());
        words.localToSceneTransformProperty().addListener((_, _, _) -> draw());
        area.textProperty().addListener((_, _, _) -> draw());
    }

    /** @param remarks found in what stands in the area now */
    void mark(List<Remark> remarks) {
        marks = List.copyOf(remarks);
        marked = area.getText();
        draw();
    }

    @Override
    protected void layoutChildren(double x, double y, double w, double h) {
        super.layoutChildren(x, y, w, h);
        lines.resizeRelocate(0, 0, getSkinnable().getWidth(), getSkinnable().getHeight());
        clip.setX(EDGE);
        clip.setY(EDGE);
        clip.setWidth(Math.max(0, getSkinnable().getWidth() - 2 * EDGE));
        clip.setHeight(Math.max(0, getSkinnable().getHeight() - 2 * EDGE));
        draw();
    }

    private void draw() {
        String text = area.getText();
        // the words on the screen may be a moment behind
        int shown = words.getText().length();
        Map<Weight, List<PathElement>> elements = new EnumMap<>(Weight.class);
        for (Remark mark : marks) {
            TypedPlace place = mark.place();
            if (place != null) {
                int from = moved(place.from(), text);
                int to = moved(place.to(), text);
                if (from >= 0 && to > from && to <= shown) {
                    line(mark.weight(), from, to, elements.computeIfAbsent(mark.weight(), _ -> new ArrayList<>()));
                }
            }
        }
        drawn.forEach((weight, path) -> path.getElements().setAll(elements.getOrDefault(weight, List.of())));
    }

    /** Where a place is now that the text has changed around it, until it is read again; −1 when it was in what changed. */
    private int moved(int place, String text) {
        if (text.equals(marked)) {
            return place;
        }
        int most = Math.min(text.length(), marked.length());
        int same = 0;
        while (same < most && text.charAt(same) == marked.charAt(same)) {
            same++;
        }
        if (place <= same) {
            return place;
        }
        int end = 0;
        while (end < most - same && text.charAt(text.length() - 1 - end) == marked.charAt(marked.length() - 1 - end)) {
            end++;
        }
        return place >= marked.length() - end ? place + text.length() - marked.length() : -1;
    }

    private void line(Weight weight, int from, int to, List<PathElement> into) {
        for (Bounds row : rows(words.rangeShape(from, to))) {
            Point2D start = lines.sceneToLocal(words.localToScene(row.getMinX(), row.getMaxY()));
            double end = start.getX() + row.getWidth();
            double y = start.getY() - 1;
            into.add(new MoveTo(start.getX(), y));
            if (weight == Weight.BLOCK) {
                boolean up = true;
                for (double x = start.getX() + WAVE; x < end; x += WAVE) {
                    into.add(new LineTo(x, up ? y - WAVE : y));
                    up = !up;
                }
            } else {
                into.add(new LineTo(end, y));
            }
        }
    }

    /** A shape of words is a rectangle for each row they stand on. */
    private static List<Bounds> rows(PathElement[] shape) {
        List<Bounds> rows = new ArrayList<>();
        Path row = new Path();
        for (PathElement element : shape) {
            if (element instanceof MoveTo) {
                add(row, rows);
                row = new Path();
            }
            row.getElements().add(element);
        }
        add(row, rows);
        return rows;
    }

    private static void add(Path row, List<Bounds> rows) {
        row.setStrokeWidth(0);
        Bounds bounds = row.getLayoutBounds();
        if (bounds.getWidth() > 0) {
            rows.add(bounds);
        }
    }

    /** The node that shows the area's text: alone in a group, while the prompt is not. */
    private Text words() {
        return getChildren().stream()
                .filter(ScrollPane.class::isInstance)
                .flatMap(scroll -> ((ScrollPane) scroll).getContent().lookupAll(".text").stream())
                .filter(node -> node.getParent() instanceof Group)
                .map(Text.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
