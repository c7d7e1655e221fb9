package se.trepart.installer.bench;

import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The words of a letter as a word processor's own flat document: headings, paragraphs, lists and tables, with next to no layout. */
final class FlatOdf {

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
             xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
             office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>
            """;

    private final StringBuilder out = new StringBuilder(HEAD);

    private FlatOdf() {}

    /** @param html well-formed, as it is handed to the layout */
    static String of(String html) throws IOException {
        try {
            String page = html.substring(html.indexOf("<html")).replaceAll("(?s)<style.*?</style>", "").replace("&#160;", "\u00a0");
            Element root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(page)))
                    .getDocumentElement();
            FlatOdf odf = new FlatOdf();
            odf.blocks(root.getElementsByTagName("body").item(0));
            return odf.out.append("</office:text></office:body></office:document>").toString();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    private void blocks(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            switch (node.getNodeName().toLowerCase(Locale.ROOT)) {
                case "h1", "h2", "h3" -> heading(node);
                case "p" -> paragraph(node);
                case "ul" -> list(node);
                case "table" -> table(node);
                default -> blocks(node);
            }
        }
    }

    private void heading(Node node) {
        String level = node.getNodeName().substring(1);
        out.append("<text:h text:outline-level=\"").append(level).append("\">").append(text(node)).append("</text:h>\n");
    }

    private void paragraph(Node node) {
        out.append("<text:p>").append(text(node)).append("</text:p>\n");
    }

    private void list(Node node) {
        out.append("<text:list>");
        for (Node item = node.getFirstChild(); item != null; item = item.getNextSibling()) {
            if (item instanceof Element) {
                out.append("<text:list-item>");
                paragraph(item);
                out.append("</text:list-item>");
            }
        }
        out.append("</text:list>\n");
    }

    private void table(Node node) {
        out.append("<table:table><table:table-column table:number-columns-repeated=\"2\"/>");
        var rows = ((Element) node).getElementsByTagName("tr");
        for (int i = 0; i < rows.getLength(); i++) {
            out.append("<table:table-row>");
            for (Node cell = rows.item(i).getFirstChild(); cell != null; cell = cell.getNextSibling()) {
                if (cell instanceof Element) {
                    out.append("<table:table-cell>");
                    paragraph(cell);
                    out.append("</table:table-cell>");
                }
            }
            out.append("</table:table-row>");
        }
        out.append("</table:table>\n");
    }

    private static String text(Node node) {
        return node.getTextContent().strip().replaceAll("\\s+", " ").replace("&", "&amp;").replace("<", "&lt;");
    }
}
