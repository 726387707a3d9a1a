{{/* What is published, whichever kind of door a region has. Every other path stays inside. */}}

{{/* Hashed on `s`, which every address the beacon asks carries: one visitor, one node. */}}
{{- define "overture.doors.visitors" -}}
/v1/beacons /v1/visitor
{{- end -}}

{{/* They carry no `s`: hashed, they would all come from one node. They go to the nodes in turn. Passports are asked for and
shown rarely, and other regions come here too: any node will do. */}}
{{- define "overture.doors.scripts" -}}
/overture.js /overture-live.js /overture-card.js /overture-talk.js /overture-debug.js /overture-passport.js /v1/passport /v1/passport/honour /v1/passport/keys /v1/passport/returns
{{- end -}}

{{/* The console and the doors that need a role, each by name. */}}
{{- define "overture.doors.house" -}}
/console /v1/advisor /v1/book /v1/catalog /v1/clients /v1/desks /v1/doctor /v1/dossier /v1/events /v1/journal /v1/nodes /v1/pricing /v1/scaling /v1/scorecard /v1/sites /v1/visitors /openapi
{{- end -}}

{{/* Paths of one NGINX ingress: (list DOORS PATH-TYPE SERVICE). */}}
{{- define "overture.ingress.paths" -}}
{{- range splitList " " (index . 0) }}
- path: {{ . }}
  pathType: {{ index $ 1 }}
  backend:
    service:
      name: {{ index $ 2 }}
      port:
        name: http
{{- end }}
{{- end -}}

{{/* The rest of an NGINX ingress' spec, for one of the two names: (list $ visitors|house PATHS). */}}
{{- define "overture.ingress.spec" -}}
{{- $root := index . 0 -}}
{{- $name := index $root.Values.doors (index . 1) -}}
ingressClassName: {{ $root.Values.doors.ingress.class }}
tls:
  - hosts: [{{ $name.host }}]
    secretName: {{ $name.certificate }}
rules:
  - host: {{ $name.host }}
    http:
      paths:
        {{- index . 2 | nindent 8 }}
{{- end -}}
