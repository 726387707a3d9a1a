package io.overture.demo;

import java.util.List;

/**
 * A page as some shop serves it, with our tag in it.
 *
 * @param builtIns what an older library did to the language's own
 * @param early statements that run before our script has loaded
 */
record OddShop(String language, String builtIns, List<String> early) {

    private static final String[] LANGUAGES = {"en", "", "fr_FR", "zh_TW", "x".repeat(600), "en-", "日本語", "de@euro", " "
    };
    private static final String[] BUILT_INS = {
        "",
        // Prototype.js up to 1.6, and what a few of its plug-ins add
        "Array.prototype.toJSON=function(){return '['+this.join(',')+']'}",
        "String.prototype.toJSON=Number.prototype.toJSON=function(){return '\"'+this+'\"'}",
        "Object.prototype.toJSON=function(){return ''+this}",
        "Array.prototype.reduce=function(){return this.length>1?this:this[0]}",
        "Array.prototype.entries=Array.prototype.toArray=function(){return this.slice()}",
        "Array.prototype.flat=Array.prototype.compact=function(){return this}",
        // MooTools
        "Array.from=i=>Array.prototype.slice.call(i)",
        "Function.prototype.bind=function(to,args){const f=this;return function(){return f.apply(to,args||arguments)}}",
        "Object.keys=o=>{const k=[];for(const n in o)k[k.length]=n;return k}",
        // whoever extends what everything inherits
        "Object.prototype.extend=function(){return this};Array.prototype.remove=function(){}",
        "Object.prototype.id=7;Object.prototype.currency='RMB'",
        // clocks that are shifted, or finer than a millisecond
        "Date.now=()=>performance.timeOrigin+performance.now()",
        "Date.now=(now=>()=>now()-9e7)(Date.now)",
        "String.prototype.trim=function(){return this}",
        "String.prototype.normalize=undefined;Array.prototype.at=undefined;Array.prototype.includes=undefined",
    };
    static final OddShop PLAIN = new OddShop("en", "", List.of());

    static OddShop from(Choices choices, List<String> early) {
        return new OddShop(choices.of(LANGUAGES), choices.of(BUILT_INS), early);
    }

    String html() {
        return """
                <!doctype html><html lang="%s"><head><meta charset="utf-8"><title>Maison</title><script>
                %s;
                window.dataLayer=[];function gtag(){dataLayer.push(arguments)}
                window.overture=function(){overture.q[overture.q.length]=arguments};overture.q=[];
                %s
                </script><script async src="/overture.js" data-site="demo" data-consent="granted"></script></head><body></body></html>
                """.formatted(language, builtIns, guarded(early));
    }

    /** Each on its own: what it throws is noted, and the next one runs. */
    static String guarded(List<String> statements) {
        var all = new StringBuilder();
        for (var each : statements) {
            all.append("try{").append(each).append("}catch(e){(window.thrown||=[])[0]??=''+(e&&e.stack)}\n");
        }
        return all.toString();
    }
}
