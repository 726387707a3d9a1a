{{/* One rule: (list NAMESPACE PORT). */}}
{{- define "overture.letIn" -}}
- from:
    - namespaceSelector:
        matchLabels:
          kubernetes.io/metadata.name: {{ index . 0 }}
  ports:
    - port: {{ index . 1 }}
      protocol: TCP
{{- end -}}

{{/* `redis.ports` and those in `redis.hosts`, each once. */}}
{{- define "overture.redisPorts" -}}
{{- $ports := list -}}
{{- range .Values.redis.ports }}{{ $ports = append $ports (toString .) }}{{ end -}}
{{- range .Values.redis.hosts -}}
{{- with regexFind ":[0-9]+(/|\\?|$)" . }}{{ $ports = append $ports (regexFind "[0-9]+" .) }}{{ end -}}
{{- end -}}
{{- $ports | uniq | join " " -}}
{{- end -}}
