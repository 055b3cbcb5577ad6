/** Use cases: driving ports in {@code api}, driven ports in {@code spi}, services behind one factory. */
module io.proctemplate.application {
    requires transitive io.proctemplate.domain;
    requires static transitive org.jspecify;

    exports io.proctemplate.application;
    exports io.proctemplate.application.api;
    exports io.proctemplate.application.spi;
}
