package io.overture.deploy;

import java.util.List;

/** What a region's operator may choose otherwise, by a line of its overlay or by a value of its chart. */
enum Choice {
    AS_IT_IS("", "", "", ""),
    WITHOUT_KEDA(" without KEDA", "- ../../components/keda", "- ../../components/hpa", "autoscaling: {by: hpa}"),
    WITH_NGINX(
            " with NGINX",
            "- ../../components/gateway",
            "- ../../components/ingress-nginx",
            "doors: {by: ingress-nginx}"),
    ON_JVM(" on a JVM", "- ../../components/keda", "- ../../components/keda\n  - ../../components/jvm", "runtime: jvm"),
    BY_DIGEST(
            " by digest",
            "components:\n",
            "images:\n  - name: registry.example/overture\n    digest: " + Choice.DIGEST + "\ncomponents:\n",
            "image: {digest: '" + Choice.DIGEST + "'}"),
    BEHIND_THE_ISSUER(
            " behind the issuer",
            "- ../../components/gateway",
            "- ../../components/ingress-nginx\n  - ../../components/issuer-in-front",
            "doors: {by: ingress-nginx, ingress: {issuerInFront: {enabled: true}}}");

    static final String DIGEST = "sha256:4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f";

    /** Those in which everything that is said of a region holds; the others are looked at by themselves. */
    static final List<Choice> USUAL = List.of(AS_IT_IS, WITHOUT_KEDA, WITH_NGINX, ON_JVM);

    final String words;
    final String line;
    final String lines;
    final String values;

    Choice(String words, String line, String lines, String values) {
        this.words = words;
        this.line = line;
        this.lines = lines;
        this.values = values;
    }
}
