package io.routiq.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What the modules need when they run is in the jar. A dependency that this module declares for tests alone is taken out of
 * it, even where an adapter needs it, and no other test would notice: all of them run with the tests' class path.
 */
class ProductionJarTest {

    private static final String NEEDED =
            "/project/dependencies/dependency[not(scope) or scope='compile' or scope='runtime']";
    private static final String FOR_TESTS = "/project/dependencies/dependency[scope='test' and not(type)]";

    private final XPath xpath = XPathFactory.newInstance().newXPath();

    @Test
    void hasAllThatTheModulesNeed()
            throws IOException, ParserConfigurationException, SAXException, XPathExpressionException {
        Set<String> needed = new HashSet<>();
        for (String module :
                List.of("domain", "application", "adapter-cliniko", "adapter-persistence", "adapter-rest")) {
            needed.addAll(dependencies(Path.of("..", "routiq-" + module, "pom.xml"), NEEDED));
        }

        assertThat(needed).contains("tools.jackson.core:jackson-databind");
        assertThat(dependencies(Path.of("pom.xml"), FOR_TESTS)).isNotEmpty().doesNotContainAnyElementsOf(needed);
    }

    private Set<String> dependencies(Path pom, String which)
            throws IOException, ParserConfigurationException, SAXException, XPathExpressionException {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
        NodeList found = (NodeList) xpath.evaluate(which, document, XPathConstants.NODESET);
        Set<String> names = new HashSet<>();
        for (Node each :
                IntStream.range(0, found.getLength()).mapToObj(found::item).toList()) {
            names.add(xpath.evaluate("groupId", each) + ":" + xpath.evaluate("artifactId", each));
        }
        return names;
    }
}
