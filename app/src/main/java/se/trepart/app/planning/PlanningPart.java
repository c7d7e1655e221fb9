package se.trepart.app.planning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/**
 * One part of the page (avsnitt). It is built anew only when what it is made of has changed, so that nothing typed is lost, and the focus
 * stays with the control of the same id.
 */
abstract class PlanningPart extends VBox {

    private final Map<String, Node> anchors = new HashMap<>();
    private @Nullable Object shape;

    /** What the part is made of. */
    protected abstract Object shape(PlanningPage page);

    /** The nodes of the part; none when there is nothing to show. */
    protected abstract List<Node> build(PlanningPage page);

    final void show(PlanningPage page) {
        Object next = shape(page);
        if (next.equals(shape)) {
            return;
        }
        shape = next;
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        String focused = owner == null || lookup("#" + owner.getId()) == null ? null : owner.getId();
        anchors.clear();
        List<Node> nodes = build(page);
        getChildren().setAll(nodes);
        setVisible(!nodes.isEmpty());
        setManaged(isVisible());
        if (focused != null && lookup("#" + focused) instanceof Node same) {
            same.requestFocus();
        }
    }

    /** Where to go for something; the node may take the focus. */
    protected final void anchor(String name, Node node) {
        anchors.put(name, node);
    }

    final Optional<Node> find(String anchor) {
        return Optional.ofNullable(anchors.get(anchor));
    }
}
